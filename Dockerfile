FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -ntp -pl ews-dashboard-web -am package -DskipTests

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home ews
USER ews
WORKDIR /home/ews
COPY --from=build /src/ews-dashboard-web/target/ews-dashboard-web-*.jar ews.jar
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "ews.jar"]
