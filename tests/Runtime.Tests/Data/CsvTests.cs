using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace GenNet.Tests.Data;

public class CsvTests
{
    private const string Flowers = """
        id,length,species,width
        a1,1.5,setosa,0.25
        a2,-2e-1,virginica,4
        a3, 3 ,setosa,0.5

        """;

    private static readonly CsvOptions FlowerOptions = new() { Label = "species", Ignored = ["id"] };

    private static Dataset<float> Read(string text, CsvOptions options) => Dataset.FromCsv(new StringReader(text), options, "file.csv");

    private static string Error(string text, CsvOptions options) => Assert.Throws<InvalidDataException>(() => Read(text, options)).Message;

    [Fact]
    public void A_label_becomes_one_hot_and_the_other_columns_inputs()
    {
        Dataset<float> data = Read(Flowers, FlowerOptions);

        Assert.Equal((3, 2, 2), (data.Count, data.InputSize, data.TargetSize));
        Assert.Equal([1.5f, 0.25f, -0.2f, 4f, 3f, 0.5f], data.Inputs.ToArray());
        Assert.Equal([1f, 0, 0, 1, 1, 0], data.Targets.ToArray());
        Assert.Equal(["setosa", "virginica"], data.ClassNames);
        Assert.Equal(["length", "width"], data.InputNames);
    }

    /// <summary>A text that nobody holds as a whole: a beginning, then so many commas, in reads of the given length.</summary>
    private sealed class Commas(string beginning, int commas, int most = 10_000) : TextReader
    {
        private long _position;

        public override int Read(char[] buffer, int index, int count)
        {
            int read = (int)Math.Min(Math.Min(count, most), beginning.Length + (long)commas - _position);
            buffer.AsSpan(index, read).Fill(',');
            for (int i = 0; i < read && _position + i < beginning.Length; i++)
                buffer[index + i] = beginning[(int)_position + i];
            _position += read;
            return read;
        }
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "file.csv: line 3, column 4: one too many: the row has 33000001 fields, expected 3 as in the header (line 1).", 1 << 20)]
    [InlineData("\n", "file.csv: line 2, column 1048577: one too many: the line has 33000001 fields, expected at most 1048576.", 100 << 20)]
    public void A_line_of_33_million_commas_is_refused_without_being_held(string before, string expected, int most)
    {
        long start = GC.GetAllocatedBytesForCurrentThread();
        string message = Assert.Throws<InvalidDataException>(() => Dataset.FromCsv(new Commas(before, 33_000_000), new CsvOptions { Targets = [^1] }, "file.csv")).Message;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, most);
        Assert.Equal(expected, message);
    }

    [Fact]
    public void A_wide_file_takes_the_room_of_its_rows()
    {
        // 64 rows of 33 million columns are more than an array can count, and 64 of these would be 25 MB.
        string text = string.Join(',', Enumerable.Repeat("1", 100_000));
        long start = GC.GetAllocatedBytesForCurrentThread();
        Dataset<float> data = Read(text, new CsvOptions { Header = false, Targets = [^1] });
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - start, 0, 16 << 20);
        Assert.Equal((1, 99_999), (data.Count, data.InputSize));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_byte_order_mark_that_comes_in_a_read_of_its_own_is_no_end(int most) =>
        Assert.Equal(["x"], Dataset.FromCsv(new Commas("\uFEFFx,y\n1,2\n", 0, most), new CsvOptions { Targets = ["y"] }, "file.csv").InputNames);

    [Fact]
    public void Names_go_with_the_parts_of_a_data_set()
    {
        (Dataset<float> first, Dataset<float> second) = Read(Flowers, FlowerOptions).Split(0.5, seed: 1);
        Assert.All([first, second, first.Take(1)], part =>
        {
            Assert.Equal(["setosa", "virginica"], part.ClassNames);
            Assert.Equal(["length", "width"], part.InputNames);
        });
    }

    [Fact]
    public void Integer_labels_are_sorted_as_numbers_and_others_as_text()
    {
        var options = new CsvOptions { Header = false, Label = ^1 };
        Assert.Equal(["-1", "2", "10"], Read("0,10\n0,2\n0,-1\n", options).ClassNames);
        Assert.Equal(["10", "2", "x"], Read("0,x\n0,2\n0,10\n", options).ClassNames);
        Assert.Equal([0f, 0, 1, 0, 1, 0, 1, 0, 0], Read("0,10\n0,2\n0,-1\n", options).Targets.ToArray());
    }

    [Fact]
    public void Given_classes_set_the_order_and_no_other_may_occur()
    {
        CsvOptions options = FlowerOptions with { Classes = ["virginica", "versicolor", "setosa"] };
        Assert.Equal([0f, 0, 1, 1, 0, 0, 0, 0, 1], Read(Flowers, options).Targets.ToArray());

        Assert.Equal(
            "file.csv: line 3, column 3 'species': 'virginica' is none of the classes, which are 'setosa', 'versicolor'.",
            Error(Flowers, FlowerOptions with { Classes = ["setosa", "versicolor"] }));
    }

    [Fact]
    public void Targets_are_numbers_in_the_order_of_the_options()
    {
        Dataset<double> data = Dataset.FromCsv<double>(new StringReader("1;2;3;4\n5;6;7;8"), new CsvOptions { Header = false, Separator = ';', Targets = [^1, 1] });
        Assert.Equal([1.0, 3, 5, 7], data.Inputs.ToArray());
        Assert.Equal([4.0, 2, 8, 6], data.Targets.ToArray());
        Assert.True(data.ClassNames.IsEmpty && data.InputNames.IsEmpty);
    }

    [Fact]
    public void Quoted_fields_hold_separators_quotes_and_line_ends()
    {
        Dataset<float> data = Read("\"a \"\"b\"\"\",\"c\r\nd\"\r\n\"1\",\" one, two \"\r\n2,\"x\ny\"", new CsvOptions { Label = 1 });
        Assert.Equal(["a \"b\""], data.InputNames);
        Assert.Equal([" one, two ", "x\ny"], data.ClassNames);
    }

    [Theory]
    [InlineData("a,b\r\n1,2\r\n3,4\r\n")]
    [InlineData("a,b\n1,2\n3,4")]
    [InlineData("a,b\r1,2\r3,4\r")]
    [InlineData("\uFEFFa,b\n\n1,2\n   \n3,4\n\n")]
    [InlineData("a ,\tb\n 1,2 \n3,4")]
    public void Line_ends_blank_lines_and_blanks_do_not_matter(string text)
    {
        Dataset<float> data = Read(text, new CsvOptions { Targets = ["b"] });
        Assert.Equal([1f, 3], data.Inputs.ToArray());
        Assert.Equal([2f, 4], data.Targets.ToArray());
        Assert.Equal(["a"], data.InputNames);
    }

    [Theory]
    [InlineData("", "file.csv: empty: expected a header and at least one row.")]
    [InlineData("\n\n", "file.csv: empty: expected a header and at least one row.")]
    [InlineData("x,y\n", "file.csv: a header and no row: expected at least one.")]
    [InlineData("x,y\n1,2\n1\n", "file.csv: line 3, column 2 'y': missing: the row has 1 field, expected 2 as in the header (line 1).")]
    [InlineData("\nx,y\n\n1,2,3\n", "file.csv: line 4, column 3: one too many: the row has 3 fields, expected 2 as in the header (line 2).")]
    [InlineData("x,y\n1,2\nabc,2\n", "file.csv: line 3, column 1 'x': 'abc' is not a number, expected one such as 1.5 or -2e-3.")]
    [InlineData("x,y\n,2\n", "file.csv: line 2, column 1 'x': an empty field is not a number, expected one such as 1.5 or -2e-3.")]
    [InlineData("x,y\n1,NaN\n", "file.csv: line 2, column 2 'y': 'NaN' is not a finite number of type Single.")]
    [InlineData("x,y\n1,2\n-Infinity,2\n", "file.csv: line 3, column 1 'x': '-Infinity' is not a finite number of type Single.")]
    [InlineData("x,y\n1,1e39\n", "file.csv: line 2, column 2 'y': '1e39' is not a finite number of type Single.")]
    [InlineData("x,y\n\"1\n\",2\n\"1,2\n3,4\n", "file.csv: line 4, column 1 'x': the quote that begins here is never closed.")]
    [InlineData("x,y\n1,\"2\"3\n", "file.csv: line 2, column 2 'y': '3' after the closing quote, expected ',' or the end of the line.")]
    [InlineData("x,y\n1,2\"\n", "file.csv: line 2, column 2 'y': a quote in a field that does not begin with one: put the whole field into quotes, and write each quote in it twice.")]
    [InlineData("x,y\n\"a\r\nb\",2\n1,z", "file.csv: line 2, column 1 'x': 'a\r\nb' is not a number, expected one such as 1.5 or -2e-3.")]
    [InlineData("x,y\n\"1\r\n\",2\n1,z", "file.csv: line 4, column 2 'y': 'z' is not a number, expected one such as 1.5 or -2e-3.")]
    [InlineData("x,z\n1,2\n", "file.csv: there is no column 'y': the file has 2: 'x', 'z'.")]
    [InlineData("y,y\n1,2\n", "file.csv: the name 'y' stands in the header 2 times, in columns 1, 2: give the position.")]
    [InlineData("y\n1\n", "file.csv: no column is left for the inputs: the file has 1: 'y'.")]
    [InlineData("x;y\n1;2\n", "file.csv: there is no column 'y': the file has 1: 'x;y'; fields are separated by ',': set CsvOptions.Separator if it should be ';'.")]
    [InlineData("x\ty\n1\t2\n", "file.csv: there is no column 'y': the file has 1: 'x\ty'; fields are separated by ',': set CsvOptions.Separator if it should be a tab.")]
    [InlineData("\"x,z\"\n1\n", "file.csv: there is no column 'y': the file has 1: 'x,z'.")]
    public void What_is_wrong_is_reported_with_its_line_and_column(string text, string message) =>
        Assert.Equal(message, Error(text, new CsvOptions { Targets = ["y"] }));

    [Fact]
    public void Errors_without_a_header_give_the_number_of_the_column()
    {
        var options = new CsvOptions { Header = false, Targets = [1] };
        Assert.Equal("file.csv: line 1, column 1: 'x' is not a number, expected one such as 1.5 or -2e-3; if this is a header, set CsvOptions.Header.", Error("x,y\n1,2", options));
        Assert.Equal("file.csv: line 2, column 2: 'y' is not a number, expected one such as 1.5 or -2e-3.", Error("1,2\n1,y", options));
        Assert.Equal("file.csv: there is no column number 5: the file has 2.", Error("1,2", options with { Targets = [4] }));
        Assert.Equal("file.csv: there is no column number 3 from the end: the file has 2.", Error("1,2", options with { Targets = [^3] }));
        Assert.Equal("file.csv: column number 2 is given twice: as Target and as Ignored.", Error("1,2,3", options with { Ignored = [1] }));
        Assert.Equal("file.csv: line 2, column 2: the label is empty, expected a class.", Error("1,2\n1,", new CsvOptions { Header = false, Label = 1 }));
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused()
    {
        static string Message(CsvOptions options) => Assert.Throws<ArgumentException>(() => Read("1,2", options)).Message;
        Assert.Contains("need either a label or targets", Message(new CsvOptions()), StringComparison.Ordinal);
        Assert.Contains("need either a label or targets", Message(new CsvOptions { Label = 0, Targets = [1] }), StringComparison.Ordinal);
        Assert.Contains("there is no column 'y': give its position", Message(new CsvOptions { Header = false, Targets = ["y"] }), StringComparison.Ordinal);
        Assert.Contains("set CsvOptions.Label too", Message(new CsvOptions { Targets = [0], Classes = ["a"] }), StringComparison.Ordinal);
        Assert.Contains("CsvOptions.Inputs is empty", Message(new CsvOptions { Targets = [0], Inputs = [] }), StringComparison.Ordinal);
        Assert.Contains("there is no column 'x': give its position", Message(new CsvOptions { Header = false, Targets = [0], Inputs = ["x"] }), StringComparison.Ordinal);
        Assert.Contains("has 'a' twice", Message(new CsvOptions { Label = 0, Classes = ["a", "b", "a"], Header = false }), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CsvOptions { Separator = '"' });
        Assert.Throws<ArgumentOutOfRangeException>(() => (CsvColumn)(-1));
        Assert.Throws<ArgumentException>(() => (CsvColumn)"");
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal([1.5f, 0.25f], Read(Flowers, FlowerOptions).Input(0).ToArray());
            Assert.Contains("'1,5' is not a number", Error("x;y\n1,5;2", new CsvOptions { Separator = ';', Targets = ["y"] }), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_file_is_named_by_its_path()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.Write("bad.csv", Encoding.UTF8.GetBytes("größe,y\n1,2\n?,3\n"));
        string message = Assert.Throws<InvalidDataException>(() => Dataset.FromCsv(path, new CsvOptions { Targets = ["y"] })).Message;
        Assert.Equal($"{path}: line 3, column 1 'größe': '?' is not a number, expected one such as 1.5 or -2e-3.", message);
    }

    /// <summary>Tables of random fields, written with random quoting and line ends, come back as they were; they are longer than any buffer.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_tables_come_back(ulong seed)
    {
        var random = new RandomStream(seed);
        var text = new StringBuilder("key,value\n");
        var expected = new List<(float Key, string Value)>();
        for (int row = 0; row < 1_000; row++)
        {
            var value = new StringBuilder("v");
            for (int i = random.NextInt(row % 100 == 0 ? 20_000 : 8); i > 0; i--)
                value.Append("ab ,;\"\n\r\té"[random.NextInt(10)]);
            float key = random.NextSingle() - 0.5f;
            bool quote = value.ToString().IndexOfAny([',', '"', '\n', '\r']) >= 0 || value[^1] is ' ' or '\t' || random.NextInt(2) == 0;
            string field = quote ? $"\"{value.Replace("\"", "\"\"")}\"" : value.ToString();
            text.Append(CultureInfo.InvariantCulture, $"{key:R},{field}").Append(random.NextInt(3) switch { 0 => "\n", 1 => "\r\n", _ => "\r" });
            expected.Add((key, quote ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field));
        }

        Dataset<float> data = Read(text.ToString(), new CsvOptions { Label = "value" });
        Assert.Equal(expected.Select(row => row.Key), data.Inputs.ToArray());
        Assert.Equal(expected.Select(row => row.Value), Enumerable.Range(0, data.Count).Select(row => data.ClassNames[data.Target(row).IndexOf(1f)]));
        Assert.Equal(expected.Select(row => row.Value).Distinct().Order(StringComparer.Ordinal), data.ClassNames);
    }

    /// <summary>One bad number in a table of quoted line ends and blank lines is reported on the line that an editor shows it on.</summary>
    [Fact]
    public void The_line_of_an_error_is_the_line_in_an_editor()
    {
        var random = new RandomStream(9);
        string[] ends = ["\n", "\r\n", "\r"];
        for (int run = 0; run < 300; run++)
        {
            string end = ends[random.NextInt(3)];
            int badRow = random.NextInt(8), badColumn = random.NextInt(3);
            var text = new StringBuilder("a,b,c,note").Append(end);
            int expected = 0;
            for (int row = 0; row < 8; row++)
            {
                for (int blank = random.NextInt(3); blank > 0; blank--)
                    text.Append(end);
                for (int column = 0; column < 3; column++)
                {
                    if (row == badRow && column == badColumn)
                    {
                        // Files with one kind of line end: the lines before are the parts that it cuts the text into.
                        expected = text.ToString().Split(end).Length;
                        text.Append("bad,");
                    }
                    else
                    {
                        text.Append(random.NextInt(3) == 0 ? $"\"{row}{end}\"," : $"{row},");
                    }
                }

                text.Append('"').Append(random.NextInt(2) == 0 ? $"x{end}{end}y" : "z").Append('"').Append(end);
            }

            string message = Error(text.ToString(), new CsvOptions { Targets = ["a"], Ignored = ["note"] });
            Assert.StartsWith($"file.csv: line {expected}, column {badColumn + 1} '{"abc"[badColumn]}': 'bad' is not a number", message, StringComparison.Ordinal);
        }
    }
}
