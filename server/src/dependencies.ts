/** What the application is a function of. */
export interface Dependencies {
  /** Version of the product: half of every ETag. */
  readonly build: string;
  readonly isDemonstration: boolean;
  /** The day by the workspace's own clock, YYYY-MM-DD. */
  readonly today: () => string;
  /** Folder of the built pages; null where only the API is wanted. */
  readonly webRoot: string | null;
}
