import { stepNote } from "../actions/step-note.ts";
import { writeNote } from "../actions/write-note.ts";
import { News } from "../contract/news.ts";
import {
  NoteParams,
  NoteStepped,
  NoteStepping,
  Notes,
  NotesQuery,
  NoteWriting,
  NoteWritten,
} from "../contract/notes.ts";
import { KeyHeaders } from "../contract/paper.ts";
import { NoQuery, PlanParams } from "../contract/questions.ts";
import { actorIfAny, actorOf } from "../plugins/access.ts";
import { referring } from "../plugins/named-schemas.ts";
import { settled } from "../problems.ts";
import { readNews } from "../reads/news.ts";
import { readNotes } from "../reads/notes.ts";
import type { Reads } from "../reads/reads.ts";
import { type Api, responses } from "./api.ts";

const tags = ["notes"];

/** Notes of leaders (批示), what became of them, and what is new since one was here last */
export function notesRoutes(app: Api, reads: Reads): void {
  app.get(
    "/api/plans/:plan/notes",
    {
      schema: {
        operationId: "getNotes",
        summary: "The notes on a plan's months up to one, and what became of them",
        tags,
        params: referring(PlanParams),
        querystring: referring(NotesQuery),
        response: responses(Notes),
      },
    },
    async (request) => settled(await readNotes(reads, request.params.plan, request.query, actorIfAny(request))),
  );
  app.post(
    "/api/plans/:plan/notes",
    {
      schema: {
        operationId: "writeNote",
        summary: "Leave a note on a month, a subject or a target",
        tags,
        params: referring(PlanParams),
        querystring: referring(NoQuery),
        headers: KeyHeaders,
        body: referring(NoteWriting),
        response: responses(NoteWritten),
      },
    },
    async (request) => {
      const { subject = null, target = null, ...said } = request.body;
      const key = request.headers["idempotency-key"];
      const who = { actor: actorOf(request), now: reads.instant(), plan: request.params.plan, key };
      return settled(await writeNote(reads.store, { ...who, ...said, subject, target }));
    },
  );
  app.post(
    "/api/plans/:plan/notes/:note/steps",
    {
      schema: {
        operationId: "stepNote",
        summary: "Answer a note, mark it as settled, or take one's own back",
        tags,
        params: referring(NoteParams),
        querystring: referring(NoQuery),
        headers: KeyHeaders,
        body: referring(NoteStepping),
        response: responses(NoteStepped),
      },
    },
    async (request) => {
      const { plan, note } = request.params;
      const { step, text = null } = request.body;
      const key = request.headers["idempotency-key"];
      const who = { actor: actorOf(request), now: reads.instant(), plan, key };
      return settled(await stepNote(reads.store, { ...who, note: Number(note), step, text }));
    },
  );
  app.get(
    "/api/news",
    {
      schema: {
        operationId: "getNews",
        summary: "What happened since the visit before this one",
        tags,
        querystring: referring(NoQuery),
        response: responses(News),
      },
    },
    (request) => readNews(reads, actorIfAny(request)),
  );
}
