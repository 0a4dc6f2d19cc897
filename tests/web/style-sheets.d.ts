/** Pages import their style sheets for the bundler; the tests only need to know that they are there. */
declare module "*.css";
