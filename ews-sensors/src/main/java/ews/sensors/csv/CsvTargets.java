package ews.sensors.csv;

import static ews.sensors.csv.CellForm.CODE;
import static ews.sensors.csv.CellForm.DATE;
import static ews.sensors.csv.CellForm.FLAG;
import static ews.sensors.csv.CellForm.NUMBER;
import static ews.sensors.csv.CellForm.TEXT;
import static ews.sensors.csv.CellForm.TIME;

import java.util.List;
import java.util.Locale;

/** What columns may be, by the kind of their file. */
final class CsvTargets {

    /** Ids come before names: where a file has both, the id is the key. */
    private static final CsvTarget ACCOUNT = target("account", "Account (its key)", TEXT, true)
            .called(
                    "accountid",
                    "accountkey",
                    "accountnumber",
                    "customerid",
                    "customerkey",
                    "customernumber",
                    "companyid",
                    "organizationid",
                    "organisationid",
                    "orgid",
                    "clientid",
                    "tenantid",
                    "workspaceid",
                    "groupid",
                    "customer",
                    "company",
                    "organization",
                    "organisation",
                    "org",
                    "client",
                    "tenant",
                    "workspace");

    private static final CsvTarget TIME_OF = target("time", "Time", CellForm.TIME, false)
            .called(
                    "timestamp",
                    "date",
                    "datetime",
                    "occurredat",
                    "eventtime",
                    "eventdate",
                    "asof",
                    "updatedat",
                    "modifiedat",
                    "lastmodified",
                    "receivedat",
                    "at");
    private static final CsvTarget USER = target("user", "User (their key)", TEXT, false)
            .called("userid", "userkey", "username", "contactid", "contact", "memberid", "login", "person", "personid");
    private static final CsvTarget ID =
            target("id", "Id of the row", TEXT, false).called("eventid", "messageid", "uuid", "rowid", "recordid");
    private static final CsvTarget CURRENCY =
            target("currency", "Currency", TEXT, false).called("currencycode", "currencyiso", "currencyisocode");
    private static final CsvTarget PLAN =
            target("plan", "Plan", TEXT, false).called("planname", "tier", "edition", "package", "subscriptionplan");

    private static final List<CsvTarget> ACCOUNTS = List.of(
            ACCOUNT.called("id", "key"),
            target("attributes.name", "Name", TEXT, false)
                    .called(
                            "accountname",
                            "companyname",
                            "customername",
                            "organizationname",
                            "organisationname",
                            "clientname",
                            "displayname",
                            "company",
                            "customer",
                            "organization",
                            "organisation",
                            "client"),
            target("attributes.plan", "Plan", TEXT, false).called("plan", "planname", "tier", "edition", "package"),
            target("attributes.stage", "Stage", TEXT, false)
                    .called("stage", "lifecycle", "lifecyclestage", "phase", "accountstage"),
            target("attributes.product", "Product", TEXT, false).called("product", "productname"),
            target("attributes.csm", "CSM (their email)", TEXT, false)
                    .called(
                            "csm",
                            "csmemail",
                            "owner",
                            "owneremail",
                            "accountowner",
                            "successmanager",
                            "accountmanager"),
            TIME_OF);

    private static final List<CsvTarget> USERS = List.of(
            ACCOUNT,
            new CsvTarget("user", "User (their key)", TEXT, true, USER.alsoCalled()).called("id", "key"),
            target("attributes.name", "Name", TEXT, false)
                    .called("name", "fullname", "displayname", "contactname", "usersname"),
            target("attributes.email", "Email", TEXT, false)
                    .called("email", "emailaddress", "mail", "useremail", "workemail"),
            target("attributes.role", "Role", TEXT, false).called("role", "jobtitle", "title", "position"),
            TIME_OF);

    private static final List<CsvTarget> CONTRACTS = List.of(
            ACCOUNT,
            target("status", "Status", CODE, false).called("status", "state", "contractstatus", "subscriptionstatus"),
            PLAN,
            target("seats", "Seats", NUMBER, false)
                    .called("licenses", "licences", "quantity", "users", "seatcount", "numberofseats"),
            target("value", "Annual value", NUMBER, false)
                    .called(
                            "annualvalue",
                            "arr",
                            "acv",
                            "contractvalue",
                            "amount",
                            "annualamount",
                            "annualrecurringrevenue",
                            "revenue"),
            CURRENCY,
            target("renewalDate", "Renewal date", DATE, false)
                    .called(
                            "renewal",
                            "renewaldate",
                            "renewson",
                            "renewalon",
                            "enddate",
                            "contractend",
                            "contractenddate",
                            "expires",
                            "expirydate",
                            "expirationdate",
                            "termend"),
            TIME_OF,
            ID.called("contractid", "subscriptionid"));

    private static final List<CsvTarget> EVENTS = List.of(
            target("type", "Type of event", CODE, false).called("type", "eventtype", "kindofevent"),
            ACCOUNT,
            new CsvTarget("time", "Time", TIME, true, TIME_OF.alsoCalled()).called("createdat", "created"),
            USER.called("useremail", "email"),
            target("name", "What was used", TEXT, false)
                    .called(
                            "event",
                            "eventname",
                            "feature",
                            "featurename",
                            "activity",
                            "action",
                            "activityname",
                            "module"),
            target("quantity", "Quantity", NUMBER, false).called("count", "times", "uses", "usage", "number"),
            ID.called("id"),
            target("ticket", "Ticket", TEXT, false).called("ticketid", "ticketnumber", "case", "caseid", "casenumber"),
            target("status", "Status", CODE, false).called("status", "state"),
            target("priority", "Priority", CODE, false).called("severity", "urgency"),
            target("slaBreached", "SLA breached", FLAG, false).called("slabreached", "breached", "slaviolated"),
            target("subject", "Subject", TEXT, false).called("summary", "ticketsubject"),
            target("invoice", "Invoice", TEXT, false).called("invoiceid", "invoicenumber"),
            target("amount", "Amount", NUMBER, false).called("total", "amountdue", "invoiceamount"),
            CURRENCY,
            target("dueDate", "Due date", DATE, false).called("duedate", "due", "dueon"),
            PLAN,
            target("seats", "Seats", NUMBER, false).called("licenses", "licences"),
            target("value", "Value", NUMBER, false).called("annualvalue", "arr", "acv"),
            target("renewalDate", "Renewal date", DATE, false).called("renewaldate", "renewal", "renewson"),
            target("kind", "Kind of feedback", CODE, false).called("feedbackkind", "surveytype"),
            target("score", "Score", NUMBER, false).called("rating", "nps", "csat", "npsscore"),
            target("comment", "Comment", TEXT, false).called("feedback", "answer", "verbatim"),
            target("response", "Id of the answer", TEXT, false).called("responseid", "answerid"),
            target("goal", "Goal of the outcome", TEXT, false).called("outcome", "objective"),
            target("target", "Target of the outcome", NUMBER, false).called("targetvalue"));

    private CsvTargets() {}

    static List<CsvTarget> of(CsvKind kind) {
        return switch (kind) {
            case ACCOUNTS -> ACCOUNTS;
            case USERS -> USERS;
            case CONTRACTS -> CONTRACTS;
            case EVENTS -> EVENTS;
        };
    }

    private static CsvTarget target(String path, String title, CellForm form, boolean required) {
        String name = path.substring(path.indexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new CsvTarget(path, title, form, required, List.of(name));
    }
}
