#!/usr/bin/env bash
# After a deployment: does the platform do its job? Says pass, or what failed, and ends with 1 when something did.
#   k8s/smoke-test.sh [seconds to wait for what is still starting, default 600]
# Asks the cluster of kubectl's current context. It changes nothing.
set -uo pipefail
wait_seconds=${1:-600}
failed=0

pass() { echo "pass  $1"; }
fail() { echo "FAIL  $1: $2"; failed=$((failed + 1)); }
check() { # what, then a command that says nothing when all is well
  local what=$1 said; shift
  if said=$("$@" 2>&1); then pass "$what"; else fail "$what" "${said:-no answer}"; fi
}
# A page of the platform, asked from inside of the portal's pod: the network policies let it look at every system.
page() {
  kubectl --namespace monitoring exec deployment/portal -- node -e \
    'fetch(process.argv[1]).then(async answer => { console.log(await answer.text()); process.exitCode = answer.ok ? 0 : 1; }, error => { console.log(String(error.cause ?? error)); process.exitCode = 1; })' "$1"
}

rolled_out() { # namespace, kind/name
  kubectl --namespace "$1" rollout status "$2" --timeout "${wait_seconds}s" >/dev/null || return 1
  # A workload of no pods is rolled out as well.
  local ready
  ready=$(kubectl --namespace "$1" get "$2" --output jsonpath='{.status.readyReplicas}{.status.numberReady}') || return 1
  [ "${ready:-0}" -gt 0 ] || { echo "none of its pods is ready"; return 1; }
}
for workload in statefulset/kafka deployment/victoria-metrics deployment/postgres deployment/portal-database \
  deployment/grafana deployment/kibana deployment/aggregator deployment/sonarqube deployment/portal; do
  check "$workload runs" rolled_out monitoring "$workload"
done
logstash=$(kubectl get deployments --all-namespaces --selector app.kubernetes.io/name=logstash --output jsonpath='{.items[0].metadata.namespace}' 2>/dev/null)
check "deployment/logstash runs" rolled_out "${logstash:-monitoring}" deployment/logstash
check "daemonset/agent runs" rolled_out monitoring-agents daemonset/agent

all_bound() {
  local open
  open=$(kubectl --namespace monitoring get persistentvolumeclaims --output jsonpath='{range .items[?(@.status.phase!="Bound")]}{.metadata.name} {end}') || return 1
  [ -z "$open" ] || { echo "not bound: $open"; return 1; }
}
check "claims are bound" all_bound

job_done() { # a finished job may be gone already
  local state
  state=$(kubectl --namespace monitoring get job "$1" --ignore-not-found --output jsonpath='{.status.conditions[?(@.status=="True")].type}') || return 1
  case $state in *Failed*) echo "it failed: kubectl -n monitoring logs job/$1"; return 1 ;; esac
}
check "the topics were made" job_done kafka-topics
check "SonarQube's first password was changed" job_done sonarqube-setup

has_address() {
  local address
  address=$(kubectl --namespace monitoring get endpointslice elasticsearch-external --output jsonpath='{.endpoints[0].addresses[0]}') || return 1
  [ -n "$address" ] || { echo "the Service elasticsearch leads nowhere"; return 1; }
}
check "Elasticsearch has an address" has_address

routed() { # host
  kubectl --namespace monitoring get ingress --output jsonpath='{.items[*].spec.rules[*].host}' | tr ' ' '\n' | grep -qx "$1" || { echo "no ingress has it"; return 1; }
}
for host in grafana.local kibana.local victoria.local sonarqube.local portal.local; do check "$host is routed" routed "$host"; done

# The data itself: the proof that agent, Kafka, aggregator and VictoriaMetrics work together.
fresh_samples() {
  local answer
  answer=$(page 'http://victoria-metrics:8428/api/v1/query?query=count(last_over_time(cpu_usage_percent%5B3m%5D))&nocache=1') || return 1
  case $answer in *'"value":['*) ;; *) echo "no host has a sample of the last 3 minutes"; return 1 ;; esac
}
waited() { # until it holds or the time is over
  local end=$((SECONDS + wait_seconds)) said
  while ! said=$("$@" 2>&1); do
    ((SECONDS < end)) || { echo "$said"; return 1; }
    sleep 5
  done
}
check "samples arrive in VictoriaMetrics" waited fresh_samples

ready() { page http://aggregator:2113/ready; }
check "the aggregator is ready" waited ready
healthy() { page http://127.0.0.1:7007/.backstage/health/v1/readiness; }
check "the portal is ready" waited healthy
database() { page http://grafana:3000/api/health | grep -q '"database": *"ok"' || { echo "its database does not answer"; return 1; }; }
check "Grafana is healthy" waited database

if ((failed == 0)); then echo "The platform works."; else echo "$failed checks failed."; exit 1; fi
