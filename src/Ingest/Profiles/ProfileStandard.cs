using Ingest.DataFiles;
using Insights.Clocks;
using Insights.Complaints;
using Insights.Taxonomies;

namespace Ingest.Profiles;

/// <summary>Reads the part <c>serviceStandard</c> of a profile and checks it against the taxonomy and the columns.</summary>
internal static class ProfileStandard
{
    public static ServiceStandard? Read(YamlSection file, Taxonomy taxonomy, IReadOnlyDictionary<ImportField, FieldMapping> columns, Func<string, WorkingDayCalendar> calendarByName)
    {
        if (file.Section("serviceStandard") is not { } section)
        {
            return null;
        }

        section.AllowOnly("workingDays", "calendar", "percent", "remitWorkingDays", "examinerMonths", "examinerAreas", "emptyResponseMeansNone", "providers");
        section.RequiredText("workingDays");
        section.Named("calendar", calendarByName);
        ServiceStandard standard = new(section.Number("workingDays", 0), section.RequiredText("calendar"))
        {
            Percent = section.Has("percent") ? section.Number("percent", 0) : null,
            RemitWorkingDays = section.Has("remitWorkingDays") ? section.Number("remitWorkingDays", 0) : null,
            ExaminerMonths = section.Has("examinerMonths") ? section.Number("examinerMonths", 0) : null,
            ExaminerAreas = section.Texts("examinerAreas"),
            EmptyResponseMeansNone = section.Flag("emptyResponseMeansNone", whenAbsent: false),
            Providers = [.. section.Sections("providers").Select(provider => ReadProvider(provider, taxonomy))],
        };
        foreach (string area in standard.ExaminerAreas)
        {
            RequireArea(section, "examinerAreas", area, taxonomy);
        }

        // A file that lacks the column altogether would otherwise have no final response in any row.
        return standard.EmptyResponseMeansNone && columns.GetValueOrDefault(ImportField.RespondedOn) is not { IsOptional: false }
            ? throw section.Problem("emptyResponseMeansNone", "true", "a column 'respondedOn' that is not optional, because only then an empty cell can mean that there was no response")
            : standard;
    }

    private static ProviderStandard ReadProvider(YamlSection section, Taxonomy taxonomy)
    {
        section.AllowOnly("businessArea", "body", "answerWeeks", "referralMonths");
        section.RequiredText("answerWeeks");
        section.RequiredText("referralMonths");
        string area = section.RequiredText("businessArea");
        RequireArea(section, "businessArea", area, taxonomy);
        return new ProviderStandard(area, section.RequiredText("body"), section.Number("answerWeeks", 0), section.Number("referralMonths", 0));
    }

    /// <summary>A clock for an area that is misspelt would never run, and nobody would see it.</summary>
    private static void RequireArea(YamlSection section, string key, string area, Taxonomy taxonomy)
    {
        if (taxonomy.IsClosed(Dimension.BusinessArea) && !taxonomy.Contains(Dimension.BusinessArea, area))
        {
            throw section.Problem(
                key, $"'{area}'", $"a BusinessArea code of the taxonomy {taxonomy.Name}: {string.Join(", ", taxonomy.Codes(Dimension.BusinessArea).Select(code => code.Code))}");
        }
    }
}
