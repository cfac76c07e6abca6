using System;
using System.IO;
using System.Text;

namespace GenNet.Tests.Data;

/// <summary>Inputs by name, and files without targets.</summary>
public class CsvInputsTests
{
    private const string Training = "length,width,species\n1.5,0.25,setosa\n-2,4,virginica\n";

    private static float[] Read(string text, CsvOptions? options = null) => Dataset.InputsFromCsv(new StringReader(text), options, "file.csv");

    private static string Error(string text, CsvOptions? options = null) => Assert.Throws<InvalidDataException>(() => Read(text, options)).Message;

    [Fact]
    public void All_columns_are_inputs_unless_the_options_say_otherwise()
    {
        Assert.Equal([1f, 2, 3, 4], Read("a,b\n1,2\n3,4\n"));
        Assert.Equal([1f, 3], Read("a,b\n1,x\n3,y\n", new CsvOptions { Ignored = ["b"] }));
        Assert.Equal([2f, 1, 4, 3], Read("1;2\n3;4", new CsvOptions { Header = false, Separator = ';', Inputs = [1, 0] }));
    }

    [Fact]
    public void Columns_of_the_training_data_are_found_wherever_they_stand()
    {
        var label = new CsvOptions { Label = "species" };
        Dataset<float> train = Dataset.FromCsv(new StringReader(Training), label);
        var inputs = new CsvOptions { Inputs = [.. train.InputNames] };

        Assert.Equal(train.Inputs.ToArray(), Read("id,width,length\na1,0.25,1.5\na2,4,-2\n", inputs));
        Assert.Equal(train.Inputs.ToArray(), Read(Training, inputs));
        Dataset<float> test = Dataset.FromCsv(new StringReader("species,id,width,length\nsetosa,a1,2,1\n"), label with { Inputs = inputs.Inputs, Classes = train.ClassNames });
        Assert.Equal([1f, 2], test.Inputs.ToArray());
        Assert.Equal([1f, 0], test.Targets.ToArray());
        Assert.Equal(["length", "width"], test.InputNames);

        Assert.Equal("file.csv: there is no column 'length': the file has 2: 'width', 'size'.", Error("width,size\n1,2\n", inputs));
        Assert.Equal("file.csv: column number 1 is given twice: as Input and as Input.", Error("width,size\n1,2\n", new CsvOptions { Inputs = ["width", 0] }));
    }

    [Fact]
    public void What_is_wrong_is_reported_with_its_line_and_column()
    {
        Assert.Equal("file.csv: empty: expected a header and at least one row.", Error(""));
        Assert.Equal("file.csv: a header and no row: expected at least one.", Error("a,b\n"));
        Assert.Equal("file.csv: line 3, column 2 'b': missing: the row has 1 field, expected 2 as in the header (line 1).", Error("a,b\n1,2\n3\n"));
        Assert.Equal("file.csv: line 2, column 2 'b': 'x' is not a number, expected one such as 1.5 or -2e-3.", Error("a,b\n1,x\n"));
    }

    [Fact]
    public void A_label_or_targets_are_refused()
    {
        Assert.Contains("Inputs alone are read", Assert.Throws<ArgumentException>(() => Read("a,b\n1,2\n", new CsvOptions { Label = "b" })).Message, StringComparison.Ordinal);
        Assert.Contains("Inputs alone are read", Assert.Throws<ArgumentException>(() => Read("a,b\n1,2\n", new CsvOptions { Targets = ["b"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_named_by_its_path()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.Write("rows.csv", Encoding.UTF8.GetBytes("a\n1\n2\n"));
        Assert.Equal([1.0, 2], Dataset.InputsFromCsv<double>(path));
        File.AppendAllText(path, "x\n");
        Assert.StartsWith($"{path}: line 4, column 1 'a'", Assert.Throws<InvalidDataException>(() => Dataset.InputsFromCsv(path)).Message, StringComparison.Ordinal);
    }
}
