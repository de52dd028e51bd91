#!/usr/bin/env bash
# Succeeds when SonarQube says that it is up, or waits for somebody to confirm a migration of its database.
# The image has neither curl nor wget that one could rely on; bash can open a connection itself.
set -euo pipefail
exec 3<>"/dev/tcp/${SONARQUBE_HOST:-127.0.0.1}/${SONARQUBE_PORT:-9000}"
printf 'GET /api/system/status HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
answer=$(timeout 5 cat <&3)
if [[ $answer =~ \"status\":\"(UP|DB_MIGRATION_NEEDED|DB_MIGRATION_RUNNING)\" ]]; then exit 0; fi
echo "SonarQube is not up: ${answer##*$'\n'}" >&2
exit 1
