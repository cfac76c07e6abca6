using System.IO;
using System.Runtime.CompilerServices;

namespace GenNet.Tests.Architecture;

/// <summary>The folders of the runtime build on each other in one direction; docs/architecture.md names it.</summary>
public class ArchitectureTests
{
    private static FolderGraph Runtime([CallerFilePath] string thisFile = "") =>
        FolderGraph.Read(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../src/Runtime")));

    [Fact]
    public void The_folders_of_the_runtime_have_no_cycle()
    {
        FolderGraph graph = Runtime();
        Assert.True(graph.Uses("Training", "Networks"));
        Assert.True(graph.Uses("Networks", "Numerics"));
        Assert.Null(graph.Cycle());
    }

    [Theory]
    [InlineData("Networks")]
    [InlineData("Files")]
    [InlineData("Data")]
    [InlineData("Numerics")]
    public void Nothing_below_knows_of_training(string folder) => Assert.False(Runtime().Uses(folder, "Training"));

    [Fact]
    public void A_property_is_no_use_of_a_type_of_its_name_unless_it_is_of_that_type()
    {
        FolderGraph graph = new([
            ("A/First.cs", "public class First\n{\n    public double Second { get; set; } = 1;\n\n    internal Third Third => new();\n}"),
            ("B/Second.cs", "public class Second;"),
            ("C/Third.cs", "public class Third;"),
        ]);
        Assert.False(graph.Uses("A", "B"));
        Assert.True(graph.Uses("A", "C"));
    }

    [Fact]
    public void A_cycle_is_found_whatever_its_length()
    {
        Assert.Equal("A uses B: Second in A/First.cs\nB uses A: First in B/Second.cs", new FolderGraph([
            ("A/First.cs", "namespace GenNet;\n\npublic sealed class First(Second other);"),
            ("B/Second.cs", "namespace GenNet;\n\ninternal readonly record struct Second\n{\n    private First? _first;\n}"),
        ]).Cycle());
        Assert.Equal("A uses B: Second in A/First.cs\nB uses C: IThird in B/Deep/Second.cs\nC uses A: First in C/Third.cs", new FolderGraph([
            ("A/First.cs", "public class First : Second;"),
            ("B/Deep/Second.cs", "public class Second<T> where T : IThird;"),
            ("C/Third.cs", "public interface IThird { static List<First> All { get; } }"),
        ]).Cycle());
    }

    [Fact]
    public void What_is_no_use_of_a_type_makes_no_cycle() => Assert.Null(new FolderGraph([
        ("A/First.cs", "/// <see cref=\"Second\"/>\npublic class First\n{\n    // Second\n    string Name => \"Second\" + this.Second;\n\n    class Inner;\n}"),
        ("A/Again.cs", "public static partial class Parts;"),
        ("B/Second.cs", "public class Second { First Inner; }\n\npublic static partial class Parts { Parts Other; }"),
        ("C/Third.cs", "public class Third { bool Check() => true; }"),
        ("CompilerServices/Check.cs", "namespace GenNet.CompilerServices;\npublic static class Check { Third Of; }"),
        ("Free.cs", "public class Free { First A; Second B; }"),
    ]).Cycle());

    [Fact]
    public void The_hidden_namespace_counts_where_it_is_named()
    {
        (string, string) check = ("Hidden/Check.cs", "namespace GenNet.CompilerServices;\n\npublic static class Check { Third Of; }");
        Assert.NotNull(new FolderGraph([check, ("C/Third.cs", "using GenNet.CompilerServices;\npublic class Third { bool Is => Check.Of(); }")]).Cycle());
        Assert.NotNull(new FolderGraph([check, ("C/Third.cs", "public class Third { bool Is => CompilerServices.Check.Of(); }")]).Cycle());
    }
}
