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
  const columns = Object.entries(fields).map(([name, field]) => ({ name, decode: decodeOf(field) }));
  return (row) => {
    const object: Record<string, unknown> = {};
    for (let position = 0; position < columns.length; position += 1) {
      const column = columns[position];
      if (column === undefined) break;
      const value = row[position];
      object[column.name] = value === null || column.decode === null ? value : column.decode(value);
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
