using System.Globalization;
using System.Text;

namespace GenNet.Generator.Emission.Text;

/// <summary>Text of a user's, such as the name of a file, within the emitted text.</summary>
internal static class SafeText
{
    /// <summary>As it stands in an XML comment: on one line, with the signs of XML escaped.</summary>
    public static string InDocumentation(string text)
    {
        var result = new StringBuilder();
        foreach (char c in text)
        {
            result.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ when IsPlain(c) => c.ToString(),
                _ => "\uFFFD",
            });
        }

        return result.ToString();
    }

    /// <summary>As a string literal.</summary>
    public static string Literal(string text)
    {
        var result = new StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\')
                result.Append('\\').Append(c);
            else if (IsPlain(c))
                result.Append(c);
            else
                result.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        return result.Append('"').ToString();
    }

    /// <summary>Whether a character can stand in a line of source: no end of a line, no control character, no half of a pair.</summary>
    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
