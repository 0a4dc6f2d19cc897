import type { components } from "./schema.d.ts";

type Schemas = components["schemas"];

/** The shapes of the API's answers that pages and components speak of; generated, never written here. */
export type Assessment = Schemas["Assessment"];
export type AssignedUnit = Schemas["AssignedUnit"];
export type AuditAnchor = Schemas["AuditAnchor"];
export type AuditPage = Schemas["AuditPage"];
export type AuditPart = Schemas["AuditPart"];
export type AuditRow = Schemas["AuditRow"];
export type Attribution = Schemas["Attribution"];
export type DepartmentProgress = Schemas["DepartmentProgress"];
export type DemonstrationPeople = Schemas["DemonstrationPeople"];
export type Departments = Schemas["Departments"];
export type Figure = Schemas["Figure"];
export type Light = Schemas["Light"];
export type LightCounts = Schemas["LightCounts"];
export type MatrixCell = Schemas["MatrixCell"];
export type Plan = Schemas["Plan"];
export type PlanList = Schemas["PlanList"];
export type PlanSubject = Schemas["PlanSubject"];
export type PlanSummary = Schemas["PlanSummary"];
export type PlanTarget = Schemas["PlanTarget"];
export type Power = Schemas["Power"];
export type Progress = Schemas["Progress"];
export type Quotation = Schemas["Quotation"];
export type Reading = Schemas["Reading"];
export type Reconciliation = Schemas["Reconciliation"];
export type Reporting = Schemas["Reporting"];
export type Session = Schemas["Session"];
export type SessionAccount = Schemas["SessionAccount"];
export type Subject = Schemas["Subject"];
export type SubjectMeasure = Schemas["SubjectMeasure"];
export type SubjectProgress = Schemas["SubjectProgress"];
export type SubjectTarget = Schemas["SubjectTarget"];
export type Text = Schemas["Text"];
export type TrendPoint = Schemas["TrendPoint"];
