/** Turns whatever goes wrong into a problem: refusals by their wording, malformed questions by field, bugs by request id. */
import { storageProblemOf } from "@beizeng/db";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { languageOf, problemOf, type Refusal, RefusedError, statusOf } from "../problems.ts";

/** What a field must look like, for the sentence. */
const shapes: Record<string, { zh: string; en: string }> = {
  month: { zh: "月份 YYYY-MM，如 2022-09", en: "a month YYYY-MM, such as 2022-09" },
  from: { zh: "月份 YYYY-MM，如 2022-01", en: "a month YYYY-MM, such as 2022-01" },
  to: { zh: "月份 YYYY-MM，如 2022-12", en: "a month YYYY-MM, such as 2022-12" },
  asKnownOn: { zh: "日期 YYYY-MM-DD，如 2022-10-20", en: "a day YYYY-MM-DD, such as 2022-10-20" },
  since: { zh: "日期 YYYY-MM-DD，如 2022-10-01", en: "a day YYYY-MM-DD, such as 2022-10-01" },
  until: { zh: "日期 YYYY-MM-DD，如 2022-10-20", en: "a day YYYY-MM-DD, such as 2022-10-20" },
  before: { zh: "行号，从 1 起的整数", en: "a row's number, a whole number from 1" },
  isRefused: { zh: "true 或 false", en: "true or false" },
  horizon: {
    zh: "目标期：截止月份 YYYY-MM（如 2022-12）或 standing",
    en: "a horizon: a deadline month YYYY-MM, such as 2022-12, or standing",
  },
};
const otherwise = { zh: "小写字母、数字与连字符组成的编号", en: "an id of lower-case letters, digits and hyphens" };

/** Sends a refusal in the asker's language. */
export function sendRefusal(request: FastifyRequest, reply: FastifyReply, reason: Refusal): FastifyReply {
  const language = languageOf(request.headers["accept-language"]);
  const problem = problemOf(reason, language);
  reply.refusal = reason.code;
  return reply
    .code(statusOf(reason))
    .headers({ vary: "accept-language", "cache-control": "no-store" })
    .type("application/json; charset=utf-8")
    .send(statusOf(reason) >= 500 ? { ...problem, requestId: request.id } : problem);
}

/** The keys that a route takes, as its schema says. */
function keysOf(request: FastifyRequest): string {
  const query = request.routeOptions.schema?.querystring;
  const properties = typeof query === "object" && query !== null && "properties" in query ? query.properties : {};
  const keys = Object.keys(properties ?? {});
  return keys.length === 0 ? "（无 / none）" : keys.join(", ");
}

/** The refusal for a question that its schema does not take: by the first fault that the validator names. */
function refusalOf(request: FastifyRequest, error: FastifyError): Refusal {
  if (error.statusCode === 413) return { code: "body-too-large" };
  const fault = error.validation?.[0];
  if (fault === undefined) return { code: "malformed-request" };
  const { params } = fault;
  if (fault.keyword === "required") {
    const field = String(params.missingProperty);
    return { code: "missing-parameter", field, allowed: shapes[field] ?? otherwise };
  }
  if (fault.keyword === "additionalProperties") {
    return { code: "unknown-parameter", field: String(params.additionalProperty), allowed: keysOf(request) };
  }
  const field = fault.instancePath.split("/")[1] ?? "";
  if (fault.keyword === "maxLength") {
    const limit = String(params.limit);
    return {
      code: "malformed-parameter",
      field,
      allowed: { zh: `不超过${limit}字`, en: `at most ${limit} characters` },
    };
  }
  const list = Array.isArray(params.allowedValues) ? params.allowedValues.join(", ") : undefined;
  return { code: "malformed-parameter", field, allowed: list ?? shapes[field] ?? otherwise };
}

/** Installs the one error handler; `headers` go with every refusal, also of what failed before they were put on. */
export function registerRefusals(app: FastifyInstance, headers: Readonly<Record<string, string>>): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    reply.headers(headers);
    if (error instanceof RefusedError) return sendRefusal(request, reply, error.reason);
    if (error.validation !== undefined || (error.statusCode ?? 500) < 500) {
      return sendRefusal(request, reply, refusalOf(request, error));
    }
    request.log.error({ err: error }, "a request failed");
    const storage = storageProblemOf(error);
    if (storage !== null) return sendRefusal(request, reply, { code: storage });
    return sendRefusal(request, reply, { code: "internal", value: request.id });
  });
}

/** Answers an address that cannot even be read, before any hook has run. */
export function sendUnreadable(request: FastifyRequest, reply: FastifyReply): void {
  sendRefusal(request, reply, { code: "malformed-request" });
}
