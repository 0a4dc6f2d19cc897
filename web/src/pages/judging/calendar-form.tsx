import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { addressOf } from "../../api/call.ts";
import { addEntryCalendar, calendarPreviewQuery } from "../../api/judging.ts";
import type { EntryCalendarTrial, Judging } from "../../api/types.ts";
import { Field, isAbout } from "../../components/field.tsx";
import { useQuestion } from "../../lib/question.ts";
import { useRested } from "../../lib/use-rested.ts";
import { useWords } from "../../words/use-words.ts";
import { JudgingForm, offeredFrom } from "./judging-form.tsx";
import { calendarOfAddress, calendarOnAddress, useTrialOnAddress } from "./trials.ts";

type Calendar = Judging["calendars"][number];

const typedPercents = (calendar: Calendar | undefined) => (calendar?.monthlyPercent ?? []).map(String);
const weighed = ({ yearWeights }: Required<EntryCalendarTrial>) => ({
  yearWeights: Object.entries(yearWeights).map(([year, weight]) => ({ year: Number(year), weight })),
});
const typedWeights = (calendar: Pick<Calendar, "yearWeights"> | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries((calendar?.yearWeights ?? []).map(({ year, weight }) => [String(year), String(weight)]));

/** Another entry calendar, prefilled with the one that holds: twelve cumulative percents, and how much a year weighs. */
export function CalendarForm({ data }: { readonly data: Judging }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const plan = data.plan.key;
  const held = data.calendars.find(({ isInForce }) => isInForce);
  const house = data.calendars.find(({ of }) => of === "house");
  const opened = calendarOfAddress(useQuestion().trial);
  const [from, setFrom] = useState(opened?.from ?? offeredFrom(data));
  const [percents, setPercents] = useState(() => opened?.monthlyPercent.map(String) ?? typedPercents(held));
  const [weights, setWeights] = useState(() => typedWeights(opened ? weighed(opened) : held));
  const rested = useRested(`${from} ${percents.join(" ")} ${Object.values(weights).join(" ")}`);
  const isRested = rested === `${from} ${percents.join(" ")} ${Object.values(weights).join(" ")}`;
  const isAsked = from !== "" && percents.every((percent) => percent.trim() !== "");
  const named = Object.entries(weights).filter(([, weight]) => weight.trim() !== "");
  const body: EntryCalendarTrial = {
    from,
    monthlyPercent: percents.map(Number),
    yearWeights: Object.fromEntries(named.map(([year, weight]) => [year, Number(weight)])),
  };
  const preview = useQuery({ ...calendarPreviewQuery(plan, body), enabled: isAsked && isRested });
  const tried = {
    from,
    monthlyPercent: percents.map((percent) => percent.trim()),
    yearWeight: named.map(([year, weight]) => `${year}:${weight.trim()}`),
  };
  useTrialOnAddress(isAsked && isRested ? calendarOnAddress(body) : null);
  const set = (place: number, percent: string) =>
    setPercents(percents.map((each, at) => (at === place ? percent : each)));
  return (
    <JudgingForm
      data={data}
      title={t("judging.calendarForm")}
      typed={{ from, setFrom }}
      preview={preview}
      tableAt={(asked) =>
        addressOf("/api/plans/{plan}/entry-calendars/preview/table", { plan }, { ...tried, ...asked })
      }
      isAsked={isAsked}
      send={(grounds, key) => addEntryCalendar(queryClient, plan, { ...body, ...grounds }, key)}
      fields={(error) => (
        <>
          <fieldset>
            <legend>{t("judging.percents")}</legend>
            <div className="judging-months">
              {percents.map((percent, place) => (
                <Field
                  // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
                  key={place}
                  label={t("judging.monthShort", { month: place + 1 })}
                  type="number"
                  required
                  min={0}
                  max={100}
                  step={1}
                  inputMode="numeric"
                  value={percent}
                  onChange={({ target }) => set(place, target.value)}
                  isWrong={isAbout(error, "monthlyPercent")}
                />
              ))}
            </div>
            <p className="subtitle">{t("judging.percentsHint")}</p>
          </fieldset>
          {data.batchYears.length > 1 && (
            <fieldset>
              <legend>{t("judging.weights")}</legend>
              <div className="judging-months">
                {data.batchYears.map((year) => (
                  <Field
                    key={year}
                    label={t("month.year", { year })}
                    type="number"
                    min={1}
                    max={100}
                    step={1}
                    inputMode="numeric"
                    placeholder="1"
                    value={weights[year] ?? ""}
                    onChange={({ target }) => setWeights({ ...weights, [year]: target.value })}
                    isWrong={isAbout(error, "yearWeights")}
                  />
                ))}
              </div>
              <p className="subtitle">{t("judging.weightsHint")}</p>
            </fieldset>
          )}
          <p className="form-keys">
            <button
              type="button"
              className="key"
              onClick={() => {
                setPercents(typedPercents(house));
                setWeights({});
              }}
            >
              {t("judging.fillHouse")}
            </button>
          </p>
        </>
      )}
    />
  );
}
