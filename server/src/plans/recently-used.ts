/** Keeps as many values as it is told, those used last. */
export function recentlyUsed<Value>(most: number) {
  const values = new Map<string, Value>();
  return {
    /** The value of a key, which counts as a use of it. */
    find(key: string): Value | undefined {
      const value = values.get(key);
      if (value !== undefined) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    keep(key: string, value: Value): void {
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > most && oldest !== undefined) values.delete(oldest);
    },
  };
}
