import { type Column, is, Param, Placeholder, SQL } from "drizzle-orm";

type Slot = { name: string; encode: (value: unknown) => unknown } | { constant: unknown };

/** Turns the parameters of a composed query into a function from named values to positions. */
export function binder(parameters: readonly unknown[]): (values: object) => unknown[] {
  const slots = parameters.map(slotOf);
  return (values) =>
    slots.map((slot) => {
      if ("constant" in slot) return slot.constant;
      const value: unknown = Reflect.get(values, slot.name);
      if (value === undefined) throw new TypeError(`no value for ${slot.name}`);
      return value === null ? null : slot.encode(value);
    });
}

function slotOf(parameter: unknown): Slot {
  if (is(parameter, Placeholder)) return { name: String(parameter.name), encode: (value) => value };
  if (is(parameter, Param)) {
    const { value, encoder } = parameter;
    const encode = (given: unknown): unknown => encoder.mapToDriverValue(given);
    return is(value, Placeholder) ? { name: String(value.name), encode } : { constant: encode(value) };
  }
  return { constant: parameter };
}

/** Turns a row of positions into an object with the names of the selected fields; without fields, into `{ id }`. */
export function decoder(fields: object | undefined): (row: readonly unknown[]) => unknown {
  if (fields === undefined) return (row) => ({ id: Number(row[0]) });
  const names = Object.keys(fields);
  const decodes = Object.values(fields).map(decodeOf);
  const decoded = [...decodes.keys()].filter((position) => decodes[position] !== null);
  // Copying an object that has all names already is a third cheaper than growing one name by name.
  const empty: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, null]));
  return (row) => {
    const object = { ...empty };
    for (let position = 0; position < names.length; position += 1) object[names[position] ?? ""] = row[position];
    for (const position of decoded) {
      const value = row[position];
      if (value !== null) object[names[position] ?? ""] = decodes[position]?.(value);
    }
    return object;
  };
}

/** How a stored value becomes ours; null where it already is. */
function decodeOf(field: unknown): ((value: unknown) => unknown) | null {
  if (is(field, SQL)) {
    // `mapWith` keeps its function in a member that the type does not show.
    const mapped: { mapFromDriverValue: (value: unknown) => unknown } = Reflect.get(field, "decoder");
    return (value) => mapped.mapFromDriverValue(value);
  }
  // All other selected fields are columns.
  const column = field as Column;
  const isPlain = ["SQLiteText", "SQLiteInteger", "PgText"].includes(column.columnType);
  return isPlain ? null : (value) => column.mapFromDriverValue(value);
}
