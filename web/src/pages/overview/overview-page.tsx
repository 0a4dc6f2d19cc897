export function OverviewPage() {
  return <h1>总览</h1>;
}
