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
  // The builder has encoded constants already: what it leaves of a parameter stands around a placeholder.
  if (is(parameter, Param) && is(parameter.value, Placeholder)) {
    const { value, encoder } = parameter;
    return { name: String(value.name), encode: (given) => encoder.mapToDriverValue(given) };
  }
  return { constant: parameter };
}

/** Turns a row of positions into an object with the names of the selected fields; without fields, into `{ id }`. */
export function decoder(fields: object | undefined): (row: readonly unknown[]) => unknown {
  if (fields === undefined) return (row) => ({ id: Number(row[0]) });
  const columns = Object.entries(fields).map(([name, field], position) => ({
    name,
    position,
    decode: decodeOf(field),
  }));
  // Copying an object that has all names already is a third cheaper than growing one name by name.
  const empty: Record<string, unknown> = Object.fromEntries(columns.map(({ name }) => [name, null]));
  return (row) => {
    const object = { ...empty };
    for (const { name, position, decode } of columns) {
      const value = row[position];
      object[name] = value === null ? null : decode(value);
    }
    return object;
  };
}

/** How a stored value becomes ours. */
function decodeOf(field: unknown): (value: unknown) => unknown {
  if (is(field, SQL)) {
    // `mapWith` keeps its function in a member that the type does not show.
    const mapped: { mapFromDriverValue: (value: unknown) => unknown } = Reflect.get(field, "decoder");
    return (value) => mapped.mapFromDriverValue(value);
  }
  // All other selected fields are columns.
  const column = field as Column;
  const isPlain = ["SQLiteText", "SQLiteInteger", "PgText"].includes(column.columnType);
  return isPlain ? (value) => value : (value) => column.mapFromDriverValue(value);
}
