/** What is mutated together, and which tests judge it: those that need neither a browser nor a built product. */
export const groups = {
  domain: {
    mutate: ["server/src/domain/**/*.ts", "!server/src/domain/known-passwords.ts"],
    tests: ["tests/domain/**/*.test.ts", "tests/backups/rules.test.ts"],
  },
  ledger: {
    mutate: ["db/src/{row-coding,rows,statement,store,transaction,turns,write-fault}.ts", "db/src/queries/*.ts"],
    tests: ["tests/db/**/*.test.ts"],
  },
  exports: {
    mutate: ["server/src/exports/**/*.ts"],
    tests: ["tests/exports/**/*.test.ts"],
  },
};

/** The group that is run; `npm run mutants` says which. */
export const groupName = process.env.MUTANTS_GROUP ?? "domain";
