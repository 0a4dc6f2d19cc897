import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Grounds } from "../api/judging.ts";
import { newKey } from "./new-key.ts";

/** The sending of a form that asks `reason` and `document`, once however often it is pressed; what is typed anew is a request of its own. */
export function useGrounds(send: (grounds: Grounds, key: string) => Promise<unknown>) {
  const [key, setKey] = useState(newKey);
  const writing = useMutation({ mutationFn: (grounds: Grounds) => send(grounds, key) });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    const word = (name: string) => String(sent.get(name) ?? "").trim();
    const document = word("document");
    writing.mutate({ reason: word("reason"), ...(document !== "" && { document }) });
  };
  const onChange = () => {
    setKey(newKey());
    writing.reset();
  };
  return { writing, onSubmit, onChange };
}
