/**
 * `npm run recover -- <account>`: on the machine itself, for an administrator who has lost password or authenticator and
 * has no second one to help. Prints a password that serves once; the authenticator is set up anew at the next sign-in. The
 * service must be stopped meanwhile: one process at a time holds the file.
 */
import { fileURLToPath } from "node:url";
import { recoverAccount } from "./actions/recover-account.ts";
import { commandText } from "./command-text.ts";
import { readConfig } from "./config.ts";
import { ConfigError } from "./config-error.ts";
import { problemOf } from "./problems.ts";
import { sentenceOf } from "./start-problems.ts";
import { openWorkspace } from "./workspace.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

try {
  const [account, ...more] = process.argv.slice(2);
  if (account === undefined || more.length > 0) {
    throw new ConfigError(
      `用法：${commandText("recover", "账号")}。 Say which account: ${commandText("recover", "account")}.`,
    );
  }
  const { store } = await openWorkspace(readConfig("serve", process.env, root));
  const now = new Date().toISOString();
  const recovered = await recoverAccount(store, { account, now, at: now });
  await store.close();
  if (recovered.ok) {
    console.log(`账号 ${account} 的一次性密码：${recovered.value.password}`);
    console.log("启动服务后用它登录，随即修改密码、重新设置动态验证码。本次操作已记入审计。");
    console.log(
      "Start the service, sign in by it, then change it and set up an authenticator. The audit has a row of this.",
    );
  } else {
    console.error(`${problemOf(recovered.reason, "zh").message} ${problemOf(recovered.reason, "en").message}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(sentenceOf(error) ?? error);
  process.exitCode = 1;
}
