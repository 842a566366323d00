using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Dashboard.Charts;

/// <summary>Writes SVG elements with encoded text and rounded coordinates. Looks are presentation attributes, so the strict content policy holds.</summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder svg = new();

    public SvgWriter Open(FormattableString element)
    {
        svg.Append('<').Append(Encode(element)).Append('>');
        return this;
    }

    public SvgWriter Empty(FormattableString element)
    {
        svg.Append('<').Append(Encode(element)).Append("/>");
        return this;
    }

    public SvgWriter Text(FormattableString element, string text)
    {
        string name = element.Format.Split(' ', 2)[0];
        svg.Append('<').Append(Encode(element)).Append('>').Append(HtmlEncoder.Default.Encode(text)).Append("</").Append(name).Append('>');
        return this;
    }

    public SvgWriter Close(string name)
    {
        svg.Append("</").Append(name).Append('>');
        return this;
    }

    public override string ToString() => svg.ToString();

    // Numbers to one decimal keep the page small; everything else is encoded as an attribute's text.
    private static string Encode(FormattableString element)
    {
        object?[] values = [.. element.GetArguments().Select(value => value switch
        {
            double number => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => HtmlEncoder.Default.Encode(value?.ToString() ?? ""),
        })];
        return string.Format(CultureInfo.InvariantCulture, element.Format, values);
    }
}
