using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace GenNet.Fuzz.Files;

/// <summary>CSV files with a label, with targets, and without a header.</summary>
internal static class CsvFormats
{
    private static readonly string[] Classes = ["red", "green, light", "blue"];

    public static FileFormat[] All { get; } = [new("csv", Make, content => content, (_, variation) => Reading(variation))];

    private static CsvOptions Options(int variation) => (variation % 3) switch
    {
        0 => new CsvOptions { Label = "colour", Classes = Classes },
        1 => new CsvOptions { Targets = ["b", "a"], Ignored = ["colour"] },
        _ => new CsvOptions { Header = false, Targets = [^2], Ignored = [1] },
    };

    private static byte[] Make(int variation)
    {
        var text = new StringBuilder(variation > 2 ? "\uFEFF" : "");
        string end = variation % 2 == 0 ? "\n" : "\r\n";
        if (variation % 3 < 2)
            text.Append("a,\"colour\",b,c").Append(end);
        for (int row = 0; row < 1 + 20 * variation; row++)
        {
            string colour = Classes[row % 3];
            text.Append(CultureInfo.InvariantCulture, $"{row * 0.37 - 2},{(row % 2 == 0 || colour.Contains(',') ? $"\"{colour}\"" : colour)}, {row}e-{row % 5} ,{-row}").Append(end);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static FileReading Reading(int variation)
    {
        CsvOptions options = Options(variation);
        var readings = new TwoReadings(path => Dataset.FromCsv(path, options), path => DataStream.FromCsv<float>(path, options));
        return new FileReading(readings.Read, content => IsTruth(content, options, readings.Set!), () => { });
    }

    private static void IsTruth(byte[] content, CsvOptions options, Dataset<float> data)
    {
        using var reader = new StreamReader(new MemoryStream(content));
        List<string[]> records = Records(reader.ReadToEnd().TrimStart('\uFEFF'));
        string[]? names = options.Header ? records[0] : null;
        int width = records[0].Length;
        int Place(CsvColumn column) => column.Name is null ? column.Index.GetOffset(width) : Array.IndexOf(names!, column.Name);

        int[] targets = [.. options.Targets.Select(Place)], ignored = [.. options.Ignored.Select(Place)];
        int label = options.Label is { } column ? Place(column) : -1;
        int[] inputs = [.. Enumerable.Range(0, width).Except(targets).Except(ignored).Where(i => i != label)];
        string[][] rows = [.. records.Skip(options.Header ? 1 : 0)];

        Assert.Equal(rows.SelectMany(row => inputs.Select(i => Number(row[i]))), data.Inputs.ToArray());
        Assert.Equal(
            label < 0 ? rows.SelectMany(row => targets.Select(i => Number(row[i]))) : rows.SelectMany(row => Classes.Select(name => name == row[label] ? 1f : 0)),
            data.Targets.ToArray());
    }

    private static float Number(string text) => float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The records, character by character: the plainest way there is.</summary>
    private static List<string[]> Records(string text)
    {
        var records = new List<string[]>();
        var fields = new List<string>();
        var field = new StringBuilder();
        bool quoted = false, wasQuoted = false;

        void EndField()
        {
            fields.Add(wasQuoted ? field.ToString() : field.ToString().Trim(' ', '\t'));
            field.Clear();
            wasQuoted = false;
        }

        void EndRecord()
        {
            bool blank = fields.Count == 0 && !wasQuoted && field.ToString().Trim(' ', '\t').Length == 0;
            EndField();
            if (!blank)
                records.Add([.. fields]);
            fields.Clear();
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[i++]);
            else if (c == '"')
                (quoted, wasQuoted) = (!quoted, true);
            else if (quoted)
                field.Append(c);
            else if (c == ',')
                EndField();
            else if (c is '\n' or '\r')
                EndRecord();
            else
                field.Append(c);
        }

        EndRecord();
        return records;
    }
}
