#!/bin/bash
# What the locally made kafka image runs: like the official one, KAFKA_A_B_C=x becomes the broker property a.b.c=x
# ("__" an underscore, "___" a dash), the folder is formatted once with CLUSTER_ID, and the broker starts.
set -euf -o pipefail

properties=/tmp/server.properties
declare -A settings=([log.dirs]=/var/lib/kafka/data)
while IFS='=' read -r -d '' variable value; do
  case $variable in
    KAFKA_HEAP_OPTS | KAFKA_OPTS) ;;
    KAFKA_*)
      name=${variable#KAFKA_}
      name=${name,,}
      name=${name//___/-}
      name=${name//__/+}
      name=${name//_/.}
      settings[${name//+/_}]=$value
      ;;
  esac
done < <(env -0)
for name in "${!settings[@]}"; do
  echo "$name=${settings[$name]}"
done >"$properties"

java=(/opt/java/bin/java ${KAFKA_HEAP_OPTS:--Xmx512m} ${KAFKA_OPTS-} -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow -Dlogback.configurationFile=/etc/kafka/logback.xml -cp '/opt/kafka/libs/*')
standalone=--standalone
[ -z "${settings[controller.quorum.voters]-}" ] || standalone=
"${java[@]}" kafka.tools.StorageTool format --ignore-formatted $standalone --config "$properties" \
  --cluster-id "${CLUSTER_ID:-5L6g3nShT-eMCtK--X86sw}"
exec "${java[@]}" kafka.Kafka "$properties"
