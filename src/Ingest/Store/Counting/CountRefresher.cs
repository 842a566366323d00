using System.Data.Common;
using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Ingest.Store.Writing;
using Insights.Complaints;

namespace Ingest.Store.Counting;

/// <summary>
/// Makes the counts of stale days anew from the complaints themselves. Nothing is ever added to a count, so counts cannot drift: each is what a count
/// over the complaints says, whatever came before.
/// </summary>
internal sealed class CountRefresher(DbConnection connection, IStoreDialect dialect, CollectionDefinition definition)
{
    /// <summary>The columns after the id that are codes, in the order of <see cref="Dimension"/>; themes come from their own table.</summary>
    private static readonly string CodeColumns = string.Join(", ", Enum.GetValues<Dimension>().Where(dimension => dimension != Dimension.Theme).Select(dimension => $"c.\"{dimension}\""));

    private static readonly string[] CountColumns =
    [
        nameof(DailyCountRow.CollectionId), nameof(DailyCountRow.Slice), nameof(DailyCountRow.FirstCode), nameof(DailyCountRow.SecondCode),
        nameof(DailyCountRow.Day), nameof(DailyCountRow.Complaints), nameof(DailyCountRow.Distinct), nameof(DailyCountRow.Answered),
        nameof(DailyCountRow.AnsweredInTime), nameof(DailyCountRow.WithFinding), nameof(DailyCountRow.Upheld),
    ];

    private static readonly string[] MonthColumns = [.. CountColumns.Select(column => string.Equals(column, nameof(DailyCountRow.Day), StringComparison.Ordinal) ? nameof(MonthlyCountRow.Month) : column)];

    private readonly IReadOnlyList<Slice> slices = CountedSlices.For(definition.Collection);
    private readonly Dictionary<string, string> internedCodes = new(StringComparer.Ordinal);

    /// <summary>
    /// Counts all stale days of the collection, the days of a month in one transaction: the month is added up once, and other writers need not wait
    /// long. Days that lie between are counted with them, which changes nothing.
    /// </summary>
    public void Refresh(CancellationToken cancellationToken)
    {
        foreach (var month in ReadStaleDays().GroupBy(day => (First: MonthSpan.MonthOf(day), IsUndated: day == DailyCountRow.Undated)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Recount(month.Key.First, month.First(), month.Last());
        }
    }

    private List<DateOnly> ReadStaleDays()
    {
        List<DateOnly> days = [];
        using DbCommand command = connection.Command(null, """SELECT "Day" FROM "StaleDays" WHERE "CollectionId" = @collection ORDER BY "Day" """, ("collection", definition.Id));
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            days.Add(reader.GetFieldValue<DateOnly>(0));
        }

        return days;
    }

    private void Recount(DateOnly month, DateOnly firstDay, DateOnly lastDay)
    {
        using DbTransaction transaction = connection.BeginTransaction();
        dialect.LockCollection(connection, transaction, definition.Id);
        List<DailyCountRow> counts = [.. Count(transaction, firstDay, lastDay)];
        foreach (string table in (ReadOnlySpan<string>)["DailyCounts", "StaleDays"])
        {
            connection.Execute(
                transaction,
                $"""DELETE FROM "{table}" WHERE "CollectionId" = @collection AND "Day" BETWEEN @first AND @last""",
                ("collection", definition.Id),
                ("first", firstDay),
                ("last", lastDay));
        }

        using (IRowWriter writer = dialect.RowWriter(connection, transaction, "DailyCounts", CountColumns))
        {
            foreach (DailyCountRow row in counts)
            {
                writer.Write([
                    row.CollectionId, row.Slice, row.FirstCode, row.SecondCode, row.Day, row.Complaints, row.Distinct, row.Answered, row.AnsweredInTime,
                    row.WithFinding, row.Upheld]);
            }

            writer.Complete();
        }

        AddUp(transaction, month, firstDay, lastDay, counts);
        transaction.Commit();
    }

    /// <summary>
    /// Makes the month's counts anew from those of its days: those just counted, and what stands in the table of the others. Weeks and years need no table of
    /// their own: weeks are read for few series, years are twelve months.
    /// </summary>
    private void AddUp(DbTransaction transaction, DateOnly month, DateOnly firstDay, DateOnly lastDay, List<DailyCountRow> counts)
    {
        MonthTally tally = new();
        foreach (DailyCountRow row in counts)
        {
            tally.Add(row.Slice, row.FirstCode, row.SecondCode, [row.Complaints, row.Distinct, row.Answered, row.AnsweredInTime, row.WithFinding, row.Upheld]);
        }

        DateOnly lastOfMonth = MonthSpan.LastDayOf(month);
        if (month < firstDay)
        {
            AddStored(transaction, month, firstDay.AddDays(-1), tally);
        }

        if (lastDay < lastOfMonth)
        {
            AddStored(transaction, lastDay.AddDays(1), lastOfMonth, tally);
        }

        connection.Execute(transaction, """DELETE FROM "MonthlyCounts" WHERE "CollectionId" = @collection AND "Month" = @month""", ("collection", definition.Id), ("month", month));
        using IRowWriter writer = dialect.RowWriter(connection, transaction, "MonthlyCounts", MonthColumns);
        tally.Write(writer, definition.Id, month);
        writer.Complete();
    }

    private void AddStored(DbTransaction transaction, DateOnly firstDay, DateOnly lastDay, MonthTally tally)
    {
        using DbCommand command = connection.Command(
            transaction,
            """
            SELECT "Slice", "FirstCode", "SecondCode", "Complaints", "Distinct", "Answered", "AnsweredInTime", "WithFinding", "Upheld"
            FROM "DailyCounts" WHERE "CollectionId" = @collection AND "Day" BETWEEN @first AND @last
            """,
            ("collection", definition.Id),
            ("first", firstDay),
            ("last", lastDay));
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            tally.Add(
                Code(reader, 0), Code(reader, 1), Code(reader, 2),
                [reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5), reader.GetInt32(6), reader.GetInt32(7), reader.GetInt32(8)]);
        }
    }

    private IEnumerable<DailyCountRow> Count(DbTransaction transaction, DateOnly firstDay, DateOnly lastDay)
    {
        DateOnly? day = null;
        DayTally tally = NewTally();
        foreach ((DateOnly complaintDay, CountedComplaint complaint) in Complaints(transaction, firstDay, lastDay))
        {
            if (day is { } finished && finished != complaintDay)
            {
                foreach (DailyCountRow row in tally.Rows(definition.Id, finished))
                {
                    yield return row;
                }

                tally = NewTally();
            }

            day = complaintDay;
            tally.Add(complaint);
        }

        foreach (DailyCountRow row in day is { } last ? tally.Rows(definition.Id, last) : [])
        {
            yield return row;
        }
    }

    /// <summary>The complaints of the days in order; the join repeats a complaint for each of its themes.</summary>
    private IEnumerable<(DateOnly Day, CountedComplaint Complaint)> Complaints(DbTransaction transaction, DateOnly firstDay, DateOnly lastDay)
    {
        string days = firstDay == DailyCountRow.Undated ? "c.\"CountedOn\" IS NULL" : "c.\"CountedOn\" BETWEEN @first AND @last";
        using DbCommand command = connection.Command(
            transaction,
            $"""
            SELECT c."Id", c."CountedOn", c."CampaignId", c."ReceivedOn", c."RespondedOn", t."Theme", {CodeColumns}
            FROM "Complaints" c LEFT JOIN "ComplaintThemes" t ON t."ComplaintId" = c."Id"
            WHERE c."CollectionId" = @collection AND {days} ORDER BY c."CountedOn", c."Id"
            """,
            ("collection", definition.Id));
        if (firstDay != DailyCountRow.Undated)
        {
            AddDays(command, firstDay, lastDay);
        }

        using DbDataReader reader = command.ExecuteReader();
        long currentId = 0;
        (DateOnly Day, CountedComplaint Complaint)? current = null;
        List<string> themes = [];
        while (reader.Read())
        {
            long id = reader.GetInt64(0);
            if (current is null || id != currentId)
            {
                if (current is { } complete)
                {
                    yield return complete;
                }

                themes = [];
                currentId = id;
                current = (reader.DateOrNull(1) ?? DailyCountRow.Undated, ReadComplaint(reader, themes));
            }

            themes.Add(Code(reader, 5));
        }

        if (current is { } last)
        {
            yield return last;
        }
    }

    private static void AddDays(DbCommand command, DateOnly firstDay, DateOnly lastDay)
    {
        foreach ((string name, DateOnly day) in (ReadOnlySpan<(string, DateOnly)>)[("first", firstDay), ("last", lastDay)])
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = day;
            command.Parameters.Add(parameter);
        }
    }

    private CountedComplaint ReadComplaint(DbDataReader reader, List<string> themes)
    {
        string[] codes = new string[Enum.GetValues<Dimension>().Length];
        int column = 6;
        for (int dimension = 0; dimension < codes.Length; dimension++)
        {
            codes[dimension] = dimension == (int)Dimension.Theme ? "" : Code(reader, column++);
        }

        return new CountedComplaint(codes, themes, reader.NumberOrNull(2), reader.DateOrNull(3), reader.DateOrNull(4));
    }

    /// <summary>Codes repeat by the thousand: one string for each keeps the counting quick and the memory flat.</summary>
    private string Code(DbDataReader reader, int column)
    {
        if (reader.IsDBNull(column))
        {
            return "";
        }

        string code = reader.GetString(column);
        if (!internedCodes.TryGetValue(code, out string? known))
        {
            internedCodes[code] = known = code;
        }

        return known;
    }

    private DayTally NewTally() => new(slices, AnswerOf, finding => definition.Collection.Taxonomy.IsUpheld(Dimension.Finding, finding));

    /// <summary>Whether it was answered in time; null when a date is missing or the bank holidays of its year are not known.</summary>
    private bool? AnswerOf(CountedComplaint complaint)
    {
        if (complaint is not { ReceivedOn: { } received, RespondedOn: { } responded })
        {
            return null;
        }

        return definition is { Standard: { } standard, Calendar: { } calendar }
            ? calendar.AddWorkingDays(received, standard.WorkingDays) is { } due ? responded <= due : null
            : false;
    }
}
