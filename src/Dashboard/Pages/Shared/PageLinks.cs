using System.Globalization;
using Ingest.Store.PageQueries.Complaints;
using Microsoft.AspNetCore.Http.Extensions;

namespace Dashboard.Pages.Shared;

/// <summary>The addresses of the pages, in one place, so that no page writes one by hand.</summary>
public static class PageLinks
{
    public const string About = "/about";
    public const string NewImport = "/imports/new";

    public static string Overview(string? collection) => With("/", ("collection", collection));

    public static string Signals(string? collection, string? state = null, string? artefact = null, bool past = false, int page = 1) => With(
        "/signals",
        ("collection", collection),
        ("state", state),
        ("artefact", artefact),
        ("past", past ? "true" : null),
        ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    public static string Signal(long id) => string.Create(CultureInfo.InvariantCulture, $"/signals/{id}");

    public static string Patterns(string? collection) => With("/patterns", ("collection", collection));

    public static string Trends(string? collection) => With("/trends", ("collection", collection));

    public static string Complaint(long id) => string.Create(CultureInfo.InvariantCulture, $"/complaints/{id}");

    public static string Imports(int page = 1) => With("/imports", ("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    public static string Import(long id) => string.Create(CultureInfo.InvariantCulture, $"/imports/{id}");

    public static string Upload(string id) => $"/imports/uploads/{id}";

    public static string Campaigns(string? collection) => With("/campaigns", ("collection", collection));

    public static string Campaign(long id) => string.Create(CultureInfo.InvariantCulture, $"/campaigns/{id}");

    public const string Wizard = "/imports/wizard";

    public static string Proposal(string uploadId) => $"/imports/wizard/{uploadId}";

    public static string RefusedCsv(long importId) => string.Create(CultureInfo.InvariantCulture, $"/imports/{importId}/refused.csv");

    public static string CorrectionCsv(long importId) => string.Create(CultureInfo.InvariantCulture, $"/imports/{importId}/to-correct.csv");

    public static string RefusedRow(long importId, long rowId) => string.Create(CultureInfo.InvariantCulture, $"/imports/{importId}/refused/{rowId}");

    public static string UndoImport(long importId) => string.Create(CultureInfo.InvariantCulture, $"/imports/{importId}/undo");

    public static string Complaints(string? collection) => With("/complaints", ("collection", collection));

    public static string Complaints(string collection, ComplaintFilter filter, int page = 1) => "/complaints" + FilterQuery(collection, filter, page);

    public static string ComplaintsCsv(string collection, ComplaintFilter filter) => "/api/v1/complaints.csv" + FilterQuery(collection, filter, page: 1);

    /// <summary>An address with the parameters that have a value.</summary>
    public static string With(string path, params (string Name, string? Value)[] parameters)
    {
        QueryBuilder query = [];
        foreach ((string name, string? value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return path + query.ToQueryString();
    }

    private static string FilterQuery(string collection, ComplaintFilter filter, int page)
    {
        List<(string, string?)> parameters =
        [
            ("collection", collection),
            ("q", filter.Words),
            ("from", filter.From is { } from ? DateText.Iso(from) : null),
            ("to", filter.To is { } to ? DateText.Iso(to) : null),
        ];
        parameters.AddRange(filter.Included.Select(value => ("is", (string?)FacetText.Write(value))));
        parameters.AddRange(filter.Excluded.Select(value => ("not", (string?)FacetText.Write(value))));
        parameters.Add(("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
        return With("", [.. parameters]);
    }
}
