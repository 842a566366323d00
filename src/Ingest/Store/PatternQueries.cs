using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Complaints;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store;

/// <summary>What the search for patterns asks of the store.</summary>
/// <param name="context">The store.</param>
/// <param name="collectionId">The collection asked about.</param>
internal sealed class PatternQueries(InsightsDbContext context, int collectionId)
{
    /// <summary>The newest run that looked for patterns; earlier programs did not.</summary>
    public static IQueryable<AnalysisRunRow> NewestRun(InsightsDbContext context) =>
        context.AnalysisRuns.AsNoTracking().Where(run => run.Patterns != null).OrderByDescending(run => run.Id);

    /// <summary>Complaints with text that have no theme or wait for a person, newest first.</summary>
    public async Task<List<ComplaintRow>> UnexplainedAsync(DateOnly firstDay, DateOnly lastDay, int limit, CancellationToken cancellationToken) =>
        await context.Complaints.AsNoTracking()
            .Where(row => row.CollectionId == collectionId && row.HasText && row.CountedOn >= firstDay && row.CountedOn <= lastDay)
            .Where(row => row.NeedsReview || !context.ComplaintThemes.Any(theme => theme.ComplaintId == row.Id))
            .OrderByDescending(row => row.CountedOn).ThenBy(row => row.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);

    /// <summary>Missing fields by place and month, counted by the database.</summary>
    public async Task<IReadOnlyList<RecordedFields>> RecordedFieldsAsync(Dimension place, DateOnly firstDay, DateOnly lastDay, CancellationToken cancellationToken)
    {
        string column = ComplaintSelection.ColumnOf(place);
        var rows = await context.Complaints.AsNoTracking()
            .Where(row => row.CollectionId == collectionId && row.CountedOn >= firstDay && row.CountedOn <= lastDay)
            .GroupBy(row => new { Place = EF.Property<string?>(row, column) ?? "", row.CountedOn!.Value.Year, row.CountedOn.Value.Month })
            .Select(group => new
            {
                group.Key.Place,
                group.Key.Year,
                group.Key.Month,
                Complaints = group.Count(),
                Closed = group.Count(row => row.RespondedOn != null || row.ClosedOn != null),
                Finding = group.Count(row => row.Finding == null && (row.RespondedOn != null || row.ClosedOn != null)),
                BusinessArea = group.Count(row => row.BusinessArea == null),
                Organisation = group.Count(row => row.Organisation == null),
                OrganisationGroup = group.Count(row => row.OrganisationGroup == null),
                Office = group.Count(row => row.Office == null),
                Channel = group.Count(row => row.Channel == null),
                Region = group.Count(row => row.Region == null),
                ComplaintType = group.Count(row => row.ComplaintType == null),
                Remit = group.Count(row => row.Remit == null),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new RecordedFields(
                row.Place,
                new DateOnly(row.Year, row.Month, 1),
                row.Complaints,
                new Dictionary<Dimension, int>
                {
                    [Dimension.Finding] = row.Finding, [Dimension.BusinessArea] = row.BusinessArea, [Dimension.Organisation] = row.Organisation,
                    [Dimension.OrganisationGroup] = row.OrganisationGroup, [Dimension.Office] = row.Office, [Dimension.Channel] = row.Channel,
                    [Dimension.Region] = row.Region, [Dimension.ComplaintType] = row.ComplaintType, [Dimension.Remit] = row.Remit,
                },
                row.Closed))
            .OrderBy(row => row.Place, StringComparer.Ordinal).ThenBy(row => row.Month)];
    }

    /// <summary>The first and the last day of receipt (where events are counted) or of import.</summary>
    public async Task<(DateOnly First, DateOnly Last)?> ReportingDaysAsync(bool byReceipt, CancellationToken cancellationToken)
    {
        if (byReceipt)
        {
            IQueryable<DateOnly?> received = context.Complaints.AsNoTracking().Where(row => row.CollectionId == collectionId).Select(row => row.ReceivedOn);
            return await received.MinAsync(cancellationToken) is { } first && await received.MaxAsync(cancellationToken) is { } last ? (first, last) : null;
        }

        IQueryable<DateTime?> imported = context.ImportBatches.AsNoTracking().Where(batch => batch.CollectionId == collectionId).Select(batch => (DateTime?)batch.StartedAtUtc);
        return await imported.MinAsync(cancellationToken) is { } firstImport && await imported.MaxAsync(cancellationToken) is { } lastImport
            ? (DateOnly.FromDateTime(firstImport), DateOnly.FromDateTime(lastImport))
            : null;
    }

    /// <summary>By day and day of receipt; complaints without a day of receipt are in no delay.</summary>
    public async Task<IReadOnlyList<ReportedCount>> ReceivedCountsAsync(DateOnly firstDay, CancellationToken cancellationToken)
    {
        var counts = await context.Complaints.AsNoTracking()
            .Where(row => row.CollectionId == collectionId && row.CountedOn >= firstDay && row.ReceivedOn != null)
            .GroupBy(row => new { Day = row.CountedOn!.Value, ReceivedOn = row.ReceivedOn!.Value })
            .Select(group => new { group.Key.Day, group.Key.ReceivedOn, Complaints = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. counts.Select(count => new ReportedCount(count.Day, count.ReceivedOn, count.Complaints)).OrderBy(count => (count.Day, count.ReportedOn))];
    }

    /// <summary>By day and day of import. A complaint that came again came first with its oldest kept version.</summary>
    public async Task<IReadOnlyList<ReportedCount>> ImportedCountsAsync(DateOnly firstDay, CancellationToken cancellationToken)
    {
        var counts = await context.Complaints.AsNoTracking()
            .Where(row => row.CollectionId == collectionId && row.CountedOn >= firstDay)
            .Select(row => new
            {
                Day = row.CountedOn!.Value,
                Batch = context.ComplaintVersions.Where(version => version.ComplaintId == row.Id).Min(version => (long?)version.ImportBatchId) ?? row.ImportBatchId,
            })
            .GroupBy(row => row)
            .Select(group => new { group.Key.Day, group.Key.Batch, Complaints = group.Count() })
            .ToListAsync(cancellationToken);
        Dictionary<long, DateOnly> days = await context.ImportBatches.AsNoTracking().Where(batch => batch.CollectionId == collectionId)
            .ToDictionaryAsync(batch => batch.Id, batch => DateOnly.FromDateTime(batch.StartedAtUtc), cancellationToken);
        return [.. counts.GroupBy(count => (count.Day, ReportedOn: days[count.Batch]))
            .OrderBy(group => group.Key)
            .Select(group => new ReportedCount(group.Key.Day, group.Key.ReportedOn, group.Sum(count => count.Complaints)))];
    }
}
