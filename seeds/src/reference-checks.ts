import { mayReport, placesNamedAgain } from "@beizeng/server/domain/assignment-rules.ts";
import { sharedNames } from "@beizeng/server/domain/unit-names.ts";
import type { Report } from "./plan-fault.ts";
import type { DepartmentEntry, PlanDocument, SubjectEntry } from "./plan-types.ts";

/** Every name that the plan uses exists in it, stands once, and is of the kind that its place asks for. */
export function checkReferences(plan: PlanDocument, report: Report): void {
  const departments = new Map(plan.departments.map((department) => [department.id, department]));
  const needsDepartment = (id: string, path: string) => {
    if (!departments.has(id)) report(path, `unknown department '${id}'`);
  };
  checkPlaces(plan, report);
  needsDepartment(plan.issuer, "/issuer");
  checkUnique("/departments", plan.departments, (department) => department.id, report);
  checkUnique("/indicators", plan.indicators, (indicator) => indicator.id, report);
  checkUnique("/subjects", plan.subjects, (subject) => subject.id, report);
  checkUnique("/incentives", plan.incentives, (incentive) => incentive.id, report);
  checkDepartmentNames(plan, report);
  plan.departments.forEach((department, index) => {
    checkGroup(department, departments, `/departments/${index}`, report);
  });
  plan.subjects.forEach((subject, index) => {
    checkSubject(plan, subject, departments, `/subjects/${index}`, report);
  });
  plan.incentives.forEach((incentive, index) => {
    (incentive.departments ?? []).forEach((id, position) => {
      needsDepartment(id, `/incentives/${index}/departments/${position}`);
    });
  });
}

function checkPlaces(plan: PlanDocument, report: Report): void {
  const places = new Map(plan.jurisdictions.map((place) => [place.code, place]));
  const needsPlace = (code: string, path: string) => {
    if (!places.has(code)) report(path, `unknown jurisdiction '${code}'`);
  };
  checkUnique("/jurisdictions", plan.jurisdictions, (place) => place.code, report);
  needsPlace(plan.jurisdiction, "/jurisdiction");
  plan.jurisdictions.forEach((place, index) => {
    const path = `/jurisdictions/${index}/parent`;
    if (place.parent !== null) needsPlace(place.parent, path);
    if (place.parent === place.code) report(path, "a place is not its own parent");
    if ((place.parent === null) !== (place.kind === "nation")) report(path, "only the nation has no parent");
  });
  plan.departments.forEach((department, index) => {
    needsPlace(department.jurisdiction, `/departments/${index}/jurisdiction`);
  });
}

function checkUnique<Item>(path: string, items: readonly Item[], nameOf: (item: Item) => string, report: Report): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const name = nameOf(item);
    if (seen.has(name)) report(`${path}/${index}`, `'${name}' stands twice`);
    seen.add(name);
  });
}

function checkDepartmentNames(plan: PlanDocument, report: Report): void {
  const named = plan.departments.map(({ id, name, aliases = [] }) => ({ key: id, names: [name.zh, ...aliases] }));
  for (const { name, unit, owner } of sharedNames(named)) {
    const index = plan.departments.findLastIndex(({ id }) => id === unit);
    report(`/departments/${index}`, `the name ${name} already belongs to '${owner}'`);
  }
}

function checkGroup(
  department: DepartmentEntry,
  departments: ReadonlyMap<string, DepartmentEntry>,
  path: string,
  report: Report,
): void {
  const { members } = department;
  if (department.kind !== "group") {
    if (members !== undefined) report(`${path}/members`, "only a group has members");
    if (department.membersAreComplete !== undefined) report(`${path}/membersAreComplete`, "only a group has members");
    return;
  }
  (members ?? []).forEach((member, index) => {
    const found = departments.get(member.department);
    if (found === undefined) report(`${path}/members/${index}`, `unknown department '${member.department}'`);
    if (found?.kind === "group") report(`${path}/members/${index}`, "a group is no member of a group");
    if (member.from !== undefined && member.to !== undefined && member.to < member.from) {
      report(`${path}/members/${index}`, "a membership ends after it begins");
    }
  });
}

function checkSubject(
  plan: PlanDocument,
  subject: SubjectEntry,
  departments: ReadonlyMap<string, DepartmentEntry>,
  path: string,
  report: Report,
): void {
  const assigned = (subject.assignments ?? [{ department: plan.issuer }]).map(({ department }) => department);
  const again = placesNamedAgain(subject.assignments ?? []);
  (subject.assignments ?? []).forEach(({ department }, index) => {
    const at = `${path}/assignments/${index}`;
    if (!departments.has(department)) report(at, `unknown department '${department}'`);
    if (again.includes(index)) report(at, `'${department}' is assigned twice`);
  });
  if (subject.assignments?.length === 0) report(`${path}/assignments`, "leave out what has no unit");
  const membersOf = (id: string) => (departments.get(id)?.members ?? []).map(({ department }) => department);
  const needsAssigned = (id: string | undefined, at: string) => {
    if (id === undefined || mayReport(id, assigned, membersOf)) return;
    report(at, `'${id}' reports but is not assigned to the subject`);
  };
  needsAssigned(subject.reporting, `${path}/reporting`);
  subject.measures.forEach((measure, index) => {
    const at = `${path}/measures/${index}`;
    needsAssigned(measure.reporting, `${at}/reporting`);
    if (!plan.indicators.some(({ id }) => id === measure.indicator)) {
      report(`${at}/indicator`, `unknown indicator '${measure.indicator}'`);
    }
    measure.targets.forEach(({ madeOf }, position) => {
      if (madeOf === undefined || plan.indicators.some(({ id }) => id === madeOf.indicator)) return;
      report(`${at}/targets/${position}/madeOf/indicator`, `unknown indicator '${madeOf.indicator}'`);
    });
    if (measure.each === undefined) return;
    const group = departments.get(measure.each);
    if (group?.kind !== "group") report(`${at}/each`, `'${measure.each}' is not a group`);
    else if ((group.members ?? []).length === 0) report(`${at}/each`, `the group '${measure.each}' has no members`);
    if (measure.scope !== undefined) report(`${at}/scope`, "each member is the scope");
    if (measure.reporting !== undefined) report(`${at}/reporting`, "each member reports for itself");
  });
}
