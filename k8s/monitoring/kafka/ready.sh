#!/usr/bin/env bash
# Succeeds when the cluster's metadata, asked of this node, lists this node as a broker: it is registered and not fenced.
# Speaks Kafka's protocol itself, because starting a JVM every ten seconds would eat the node's 500m.
set -euo pipefail
node_id=${POD_NAME##*-}
address=${READY_ADDRESS:-127.0.0.1}

exec 3<>"/dev/tcp/$address/9092"
# Metadata request, version 1, naming no topic: length 14, api key 3, version 1, correlation 1, no client id, 0 topics.
printf '\0\0\0\016\0\003\0\001\0\0\0\001\377\377\0\0\0\0' >&3
# The answer is a few hundred bytes and arrives as one piece.
read -r -a bytes <<<"$(timeout 3 dd bs=65536 count=1 2>/dev/null <&3 | od -An -v -tu1 | tr -s '\n ' ' ')"

at=8 # behind length and correlation id
number() { # its width in bytes; the result stands in $value
  value=0
  local end=$((at + $1))
  for (( ; at < end; at++)); do value=$((value * 256 + bytes[at])); done
}

number 4 && brokers=$value
for ((i = 0; i < brokers; i++)); do
  number 4 && id=$value
  number 2 && at=$((at + value)) # host
  number 4                       # port
  number 2 && if ((value < 65535)); then at=$((at + value)); fi # rack; 65535 means none
  if ((id == node_id)); then exit 0; fi
done
echo "node $node_id is not among the $brokers brokers of the cluster" >&2
exit 1
