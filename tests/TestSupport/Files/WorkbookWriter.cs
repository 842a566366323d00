using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace TestSupport.Files;

/// <summary>Writes small XLSX workbooks for tests: texts as inline strings, numbers as numbers, days as dates.</summary>
public sealed class WorkbookWriter
{
    private const int DateStyle = 1;
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private readonly List<(string Name, bool IsHidden, IReadOnlyList<object?[]> Rows)> sheets = [];

    public WorkbookWriter Sheet(string name, params IReadOnlyList<object?[]> rows)
    {
        sheets.Add((name, false, rows));
        return this;
    }

    public WorkbookWriter HiddenSheet(string name, params IReadOnlyList<object?[]> rows)
    {
        sheets.Add((name, true, rows));
        return this;
    }

    public byte[] ToArray()
    {
        using MemoryStream content = new();
        using (ZipArchive zip = new(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{string.Concat(sheets.Select((sheet, index) => FormattableString.Invariant($"<sheet name=\"{Escaped(sheet.Name)}\" sheetId=\"{index + 1}\" {(sheet.IsHidden ? "state=\"hidden\" " : "")}r:id=\"s{index + 1}\"/>")))}</sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="st" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>{string.Concat(sheets.Select((_, index) => FormattableString.Invariant($"<Relationship Id=\"s{index + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>")))}</Relationships>""");
            Add(zip, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            for (int index = 0; index < sheets.Count; index++)
            {
                Add(zip, FormattableString.Invariant($"xl/worksheets/sheet{index + 1}.xml"), SheetXml(sheets[index].Rows));
            }
        }

        return content.ToArray();
    }

    public void Save(string path) => File.WriteAllBytes(path, ToArray());

    private static string SheetXml(IReadOnlyList<object?[]> rows)
    {
        StringBuilder xml = new("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        for (int row = 0; row < rows.Count; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (int column = 0; column < rows[row].Length; column++)
            {
                xml.Append(Cell(rows[row][column], ColumnName(column) + (row + 1).ToString(CultureInfo.InvariantCulture)));
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(object? value, string address) => value switch
    {
        null => "",
        DateOnly day => FormattableString.Invariant($"<c r=\"{address}\" s=\"{DateStyle}\"><v>{day.DayNumber - Epoch.DayNumber}</v></c>"),
        int or long or double => FormattableString.Invariant($"<c r=\"{address}\"><v>{value}</v></c>"),
        _ => $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escaped(value.ToString()!)}</t></is></c>",
    };

    private static string ColumnName(int column) => column < 26 ? ((char)('A' + column)).ToString() : ColumnName((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Escaped(string text) => SecurityElement.Escape(text);

    private static void Add(ZipArchive zip, string name, string text)
    {
        using Stream entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
