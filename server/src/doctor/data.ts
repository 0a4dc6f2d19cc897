/** Where the data lie: the folder, the file, the room on the disk. */
import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { about, type Finding, text } from "./finding.ts";

const ofOthers = 0o007;
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8).padStart(4, "0");

function mayUse(path: string, rights: number): boolean {
  try {
    accessSync(path, rights);
    return true;
  } catch {
    return false;
  }
}

/** Whether the folder of the data is there, can be written by whoever asks, and is closed to others. */
export function folderFinding(folder: string): Finding {
  const data = about("数据目录", "Data folder");
  if (!existsSync(folder)) {
    return data.notice(
      text(`${folder} 还没有。`, "not there yet."),
      text(
        "第一次启动时会建立；如果本该有数据，请核对 DATA_DIR。",
        "The first start makes it; if there should be data, look at DATA_DIR.",
      ),
    );
  }
  if (!statSync(folder).isDirectory()) {
    return data.bad(text(`${folder} 不是目录。`, "is no folder."), text("请改正 DATA_DIR。", "Correct DATA_DIR."));
  }
  if (!mayUse(folder, constants.R_OK | constants.W_OK | constants.X_OK)) {
    return data.bad(
      text(`${folder} 不能写入。`, "cannot be written."),
      text(
        "请以服务的用户运行本命令；若就是它：chown -R 服务用户 目录，chmod 700。",
        "Ask as the user of the service; if you do, give the folder to it (chown -R) and chmod 700.",
      ),
    );
  }
  if ((statSync(folder).mode & ofOthers) !== 0) {
    return data.notice(
      text(`${folder} 权限为 ${modeOf(folder)}，其他用户可以进入。`, "other users may enter it."),
      text(`chmod 700 ${folder}`, ""),
    );
  }
  return data.ok(text(`${folder}（${modeOf(folder)}）`, ""));
}

/** Whether a file is there and may be read and written by whoever asks. */
export const isUsable = (file: string): boolean => mayUse(file, constants.R_OK | constants.W_OK);

/** Whether the file of the workspace is there, usable and closed to others. */
export function fileFinding(file: string): Finding {
  const workspace = about("数据文件", "Data file");
  if (!existsSync(file)) {
    return workspace.notice(
      text(`${file} 还没有。`, "not there yet."),
      text(
        "第一次启动时会建立；如果本该有数据，请核对 DATA_DIR。",
        "The first start makes it; if there should be data, look at DATA_DIR.",
      ),
    );
  }
  if (!isUsable(file)) {
    return workspace.bad(
      text(`${file} 不能读写。`, "cannot be read and written."),
      text(
        "请以服务的用户运行本命令；若就是它，把文件交给它（chown）。",
        "Ask as the user of the service; if you do, give the file to it (chown).",
      ),
    );
  }
  const open = ["", "-wal", "-shm", ".lock"]
    .map((end) => `${file}${end}`)
    .filter((path) => existsSync(path) && (statSync(path).mode & ofOthers) !== 0);
  if (open.length > 0) {
    return workspace.bad(
      text(`其他用户可以读：${open.join("、")}。`, "other users can read it."),
      text(`服务会拒绝启动：chmod 600 ${open.join(" ")}`, "The service refuses to start until they cannot."),
    );
  }
  return workspace.ok(text(`${file}（${modeOf(file)}，${megabytes(statSync(file).size)}）`, ""));
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 0 })} MB`;

/** The free room of the disk on which a path lies, or will lie; bytes. */
export function freeBytes(path: string): number {
  if (!existsSync(path)) return freeBytes(dirname(path));
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

const leastBytes = 100_000_000;
const wiseBytes = 1_000_000_000;

/** Whether the disk has room: for the store to open at all, and for the file to double. */
export function diskFinding(free: number, fileBytes: number): Finding {
  const disk = about("磁盘", "Disk");
  const found = text(`剩余 ${megabytes(free)}。`, `${megabytes(free)} free.`);
  if (free < leastBytes) {
    return disk.bad(
      found,
      text("服务会拒绝启动和写入：请先腾出空间。", "The service refuses to start and to write: make room first."),
    );
  }
  if (free < Math.max(wiseBytes, 2 * fileBytes)) {
    return disk.notice(
      found,
      text(
        "备份和升级要用与数据文件同样大的空间：请扩容。",
        "Backups and upgrades need as much again as the data file: give it more.",
      ),
    );
  }
  return disk.ok(found);
}
