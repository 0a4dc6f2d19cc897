/** Two spellings of one unit within one plan are one unit, and no name is two units'. DOMAIN section 6. */

/** A unit with its name and other names, in Chinese. */
export interface NamedUnit {
  readonly key: string;
  readonly names: readonly string[];
}

/** A name of a unit that is an earlier one's, or its own, already. */
export interface SharedName {
  readonly name: string;
  readonly unit: string;
  readonly owner: string;
}

/** Names as they are compared: full-width letters and digits as their plain ones, without spaces. */
const plain = (name: string) => name.normalize("NFKC").replace(/\s+/g, "");

/**
 * Every name that is another unit's already, in the order of the units, and every spelling that one unit has twice; empty
 * where each name is one unit's alone. A unit may be spelt in several ways that compare as one name.
 */
export function sharedNames(units: readonly NamedUnit[]): readonly SharedName[] {
  const owners = new Map<string, string>();
  const shared: SharedName[] = [];
  for (const { key, names } of units) {
    for (const [place, name] of names.entries()) {
      const owner = owners.get(plain(name));
      if (owner !== undefined && (owner !== key || names.indexOf(name) < place)) {
        shared.push({ name, unit: key, owner });
      }
      owners.set(plain(name), key);
    }
  }
  return shared;
}
