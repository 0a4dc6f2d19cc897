/** The address that a start has printed, null while it has printed none. */
export const addressIn = (said: string): string | null => /http:\/\/[\d.]+:\d+/.exec(said)?.[0] ?? null;
