#!/bin/sh
# 倍增台账 Beizeng: a command of this release, by the Node that it carries. `beizeng` alone says which there are.
here=$(dirname "$(readlink -f "$0")")
case "${1-}" in
--env-file=*)
  environment=$1
  shift
  exec "$here/bin/node" "$environment" "$here/server/bin/beizeng.mjs" "$@"
  ;;
esac
exec "$here/bin/node" "$here/server/bin/beizeng.mjs" "$@"
