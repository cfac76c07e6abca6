using GenNet.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

public class NetworkFixTests
{
    [Theory]
    [InlineData("[Dense(2, 1)] partial class Net;", "[Network] [Dense(2, 1)] partial class Net;")]
    [InlineData("[Dense(2, 1)]\npartial class Net;", "[Network]\n[Dense(2, 1)]\npartial class Net;")]
    [InlineData("class A\n{\n    /// <summary>A.</summary>\n    [Dense(2, 4)] // one\n    [Dense(1)]\n    internal partial class Net;\n}\n", "class A\n{\n    /// <summary>A.</summary>\n    [Network]\n    [Dense(2, 4)] // one\n    [Dense(1)]\n    internal partial class Net;\n}\n")]
    [InlineData("[System.Obsolete]\n[Input(2), Dense(1)]\npartial class Net;", "[Network]\n[System.Obsolete]\n[Input(2), Dense(1)]\npartial class Net;")]
    public void The_network_is_marked(string before, string after)
    {
        // What is around a nested network is a mistake of its own.
        before = before.Replace("class A\n", "partial class A\n", System.StringComparison.Ordinal);
        Mending.Check<NetworkFixProvider>(before, "Add [Network]", after.Replace("class A\n", "partial class A\n", System.StringComparison.Ordinal));
    }

    [Fact]
    public void The_lines_of_the_file_end_as_they_did()
    {
        EditedProject after = new EditedProject(new NetworkFixProvider(), "using GenNet;\r\n[Dense(2, 1)]\r\npartial class Net;\r\n").Apply("Add [Network]");
        Assert.Equal("using GenNet;\r\n[Network]\r\n[Dense(2, 1)]\r\npartial class Net;\r\n", after.Source);
    }

    [Fact]
    public void Where_the_namespace_is_not_imported_it_is_written()
    {
        EditedProject after = new EditedProject(new NetworkFixProvider(), "[GenNet.Dense(2, 1)] partial class Net;").Apply("Add [GenNet.Network]");
        Assert.Equal("[GenNet.Network] [GenNet.Dense(2, 1)] partial class Net;", after.Source);
        Assert.Empty(after.Reported);
        Assert.Empty(after.Errors);
    }

    [Fact]
    public void It_may_be_a_block() => Mending.Check<NetworkFixProvider>("[Dense(2, 1)] class Inner;", "Add [Block]", "[Block] [Dense(2, 1)] class Inner;");

    [Fact]
    public void The_layers_may_stand_in_another_file() => Mending.Check<NetworkFixProvider>(
        "partial class Net;\n//---\nusing GenNet;\n[Dense(2, 1)]\npartial class Net;", "Add [Network]", "partial class Net;\n//---\nusing GenNet;\n[Network]\n[Dense(2, 1)]\npartial class Net;");

    [Fact]
    public void All_are_marked() => Mending.CheckAll<NetworkFixProvider>(
        "[Dense(2, 1)] partial class Net; [Dense(2, 1)] partial class Bet;", "Add [Network]", "[Network] [Dense(2, 1)] partial class Net; [Network] [Dense(2, 1)] partial class Bet;");
}
