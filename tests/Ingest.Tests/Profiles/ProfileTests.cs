using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Tests.Importing;
using Insights;
using Insights.Complaints;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Profiles;

public sealed class ProfileTests
{
    public static TheoryData<string> ShippedProfiles => [.. DataFolder.Find().ProfileNames];

    [Theory]
    [MemberData(nameof(ShippedProfiles))]
    public void ShippedProfile_Loads(string name)
    {
        ImportProfile profile = DataFolder.Find().LoadProfile(name);

        profile.Name.ShouldBe(name);
        profile.Collection.WatchedSlices.ShouldNotBeEmpty();
    }

    [Fact]
    public void HomeOfficeTaxonomy_HasTheCodesOfItsFirstVersion()
    {
        var taxonomy = DataFolder.Find().LoadTaxonomy("home-office");

        taxonomy.Version.ShouldBe("1");
        taxonomy.Codes(Dimension.BusinessArea).Count.ShouldBe(7);
        taxonomy.Codes(Dimension.Theme).Count.ShouldBe(13);
        taxonomy.Codes(Dimension.ComplaintType).Count.ShouldBe(4);
        taxonomy.Codes(Dimension.Remit).Count.ShouldBe(13);
        taxonomy.IsUpheld(Dimension.Finding, "partly_upheld").ShouldBeTrue();
        taxonomy.IsUpheld(Dimension.Finding, "resolved").ShouldBeFalse();
        taxonomy.IsClosed(Dimension.Office).ShouldBeFalse();
    }

    [Theory]
    [InlineData("reference: Ref", "refference: Ref", "line 15", "refference")]
    [InlineData("interval: week", "interval: fortnight", "line 7", "Week, Month")]
    [InlineData("dateBasis: receivedOn", "dateBasis: closedOn", "line 15", "closedOn")]
    [InlineData("Theme+Organisation", "Theme+Colour", "line 10", "Theme+Colour")]
    [InlineData("\"Yes\": agreed", "\"Yes\": granted", "line 22", "agreed, refused")]
    [InlineData("taxonomy: river-trust", "taxonomy: lake-trust", "lake-trust", "home-office")]
    [InlineData("per: 100", "per: many", "line 11", "whole number")]
    [InlineData("separator: \"|\" }", "separator: \"|\"", "profile.yaml", "YAML")]
    [InlineData("version: \"3\"", "title2: x", "line 2", "title2")]
    [InlineData("\"dd/MM/yyyy\"", "\"dd-mm-yyyy\"", "line 13, column 16", "minute m")]
    [InlineData("\"dd/MM/yyyy\"", "\"DD/MM/YYYY\"", "line 13, column 16", "year y")]
    [InlineData("taxonomy: river-trust", "taxonomy: lake-trust", "line 4, column 11", "Known")]
    [InlineData("england-and-wales", "mars", "line 5, column 46", "Known: england-and-wales")]
    [InlineData("organisation: Bridge", "organisation: { column: Bridge, separator: \",\" }", "line 20", "theme")]
    [InlineData("receivedOn: Opened", "receivedOn: { column: Opened, map: { a: b } }", "line 16", "without codes")]
    [InlineData("remedyPounds: Paid", "remedyPounds: { column: Paid, formats: yyyy }", "line 23", "formats")]
    [InlineData("format:", "format:\n  encoding: latin-99", "line 13, column 13", "windows-1252")]
    public async Task WrongProfile_IsRefusedWithItsLineAndKey(string right, string wrong, string where, string what)
    {
        await using MadeUpBody body = MadeUpBody.Create();
        File.WriteAllText(body.ProfilePath, File.ReadAllText(body.ProfilePath).Replace(right, wrong, StringComparison.Ordinal));

        string message = Should.Throw<InputErrorException>(body.LoadProfile).Message;

        message.ShouldContain(where);
        message.ShouldContain(what);
    }

    [Fact]
    public async Task MapOfValues_BesideTheProfile_IsFoundCheckedAndVersioned()
    {
        await using MadeUpBody body = MadeUpBody.Create();
        File.WriteAllText(body.PathOf("words.yaml"), "name: words\nversion: \"4\"\nvalues:\n  Loud: noise\n  Dirty: litter\n");
        File.WriteAllText(body.ProfilePath, File.ReadAllText(body.ProfilePath).Replace("separator: \"|\"", "separator: \"|\", map: words", StringComparison.Ordinal));

        FieldMapping mapping = body.LoadProfile().Columns[ImportField.Theme];
        mapping.Map!["loud"].ShouldBe("noise");
        mapping.MapVersion.ShouldBe("words 4");

        File.AppendAllText(body.PathOf("words.yaml"), "  Wet: rain\n");
        string message = Should.Throw<InputErrorException>(body.LoadProfile).Message;
        message.ShouldContain("words.yaml, line 6");
        message.ShouldContain("rain");
    }

    [Theory]
    [InlineData("home-office-case-categories")]
    [InlineData("ukvi-complaint-codes")]
    public async Task ShippedMap_HasOnlyCodesOfTheTaxonomy(string map)
    {
        await using MadeUpBody body = MadeUpBody.Create();
        File.WriteAllText(body.PathOf("p.yaml"), $"name: p\nversion: \"1\"\ntaxonomy: home-office\ncollection: {{ name: p }}\ncolumns:\n  reference: Ref\n  receivedOn: Opened\n  theme: {{ column: Kind, map: {map} }}\n");

        MadeUpBody.Data.LoadProfile(body.PathOf("p.yaml")).Columns[ImportField.Theme].Map!.Count.ShouldBeGreaterThan(15);
    }

    [Fact]
    public void UnknownProfile_ListsTheKnownOnes() =>
        Should.Throw<InputErrorException>(() => DataFolder.Find().LoadProfile("nowhere")).Message.ShouldContain("housing-ombudsman");
}
