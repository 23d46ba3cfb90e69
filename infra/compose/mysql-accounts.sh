# Sourced by the entry point of the MySQL image when its volume is empty: a schema and an account of its own for each service.
for service in registry scheduler executor lineage; do
  variable=WEIRWORKS_$(echo "$service" | tr a-z A-Z)_DATABASE_PASSWORD
  password=$(printenv "$variable" | sed "s/[\\\\']/\\\\&/g")
  docker_process_sql --database=mysql <<SQL
CREATE DATABASE weirworks_$service CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE USER 'weirworks_$service'@'%' IDENTIFIED BY '$password';
GRANT ALL PRIVILEGES ON \`weirworks\\_$service\`.* TO 'weirworks_$service'@'%';
SQL
done
