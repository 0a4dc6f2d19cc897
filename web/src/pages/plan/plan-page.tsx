export function PlanPage() {
  return <h1>方案</h1>;
}
