/**
 * Notes whom a process would connect to: sockets, datagrams, names that are looked up. As a program's first import
 * (`node --import`, with NOTED_CONNECTIONS as the file into which each is written, a line each) it watches that program with its
 * threads, where it lies below NOTED_BELOW: npm, which builds the pages at a first start, is no part of what serves.
 */
import dgram from "node:dgram";
import dns from "node:dns";
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { isMainThread } from "node:worker_threads";

const isAddress = (host) => net.isIP(String(host)) !== 0;

/** Who is meant by what a socket is told: a path of this machine is nobody else. */
function targetOf([first, second]) {
  const told = Array.isArray(first) ? first[0] : first;
  if (typeof told === "object" && told !== null) {
    return told.path === undefined || told.path === null ? `${told.host ?? "localhost"}:${told.port}` : null;
  }
  return Number.isNaN(Number(told)) ? null : `${typeof second === "string" ? second : "localhost"}:${told}`;
}

/** Tells `note` of each connection that this thread begins; answers how to stop that. */
export function watchConnections(note) {
  const replaced = [];
  const replace = (owner, name, watch) => {
    const own = owner[name];
    replaced.push(() => {
      owner[name] = own;
    });
    owner[name] = function watched(...told) {
      watch(told);
      return own.apply(this, told);
    };
  };
  replace(net.Socket.prototype, "connect", (told) => {
    const target = targetOf(told);
    if (target !== null) note(target);
  });
  for (const name of ["send", "connect"]) {
    replace(dgram.Socket.prototype, name, ([first, ...others]) => {
      const told = (name === "send" ? others : [first, ...others]).filter((one) => typeof one !== "function");
      note(`datagram ${told}`);
    });
  }
  for (const owner of [dns, dns.promises]) {
    for (const name of Object.keys(owner).filter((one) => /^(lookup|resolve|reverse)/.test(one))) {
      // To listen on an address is to look it up; nobody is asked.
      replace(owner, name, ([host]) => isAddress(host) || note(`name ${host}`));
    }
  }
  syncBuiltinESMExports();
  return () => {
    for (const restore of replaced) restore();
    syncBuiltinESMExports();
  };
}

const { NOTED_CONNECTIONS: file, NOTED_BELOW: folder } = process.env;
const isWatched = folder !== undefined && (!isMainThread || process.argv[1]?.startsWith(folder) === true);
if (file !== undefined && isWatched) watchConnections((target) => appendFileSync(file, `${target}\n`));
