import { Outlet, useLocation } from "@tanstack/react-router";
import { AppShell } from "./app-shell.tsx";

/** The frame around a page; a wall has none, it is looked at from afar and nothing on it is chosen. */
export function PageFrame() {
  const isWall = useLocation({ select: ({ pathname }) => pathname === "/wall" });
  return isWall ? <Outlet /> : <AppShell />;
}
