using GenNet.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

public class FlattenFixTests
{
    [Theory]
    [InlineData("[Network] [Input(1, 4, 4)] [Dense(3)] partial class Net;", "[Network] [Input(1, 4, 4)] [Flatten] [Dense(3)] partial class Net;")]
    [InlineData("[Network]\n[Input(1, 4, 4)]\n[Dense(16, 3)] // features\npartial class Net;", "[Network]\n[Input(1, 4, 4)]\n[Flatten]\n[Dense(16, 3)] // features\npartial class Net;")]
    [InlineData("[Network, Input(1, 4, 4), Dense(3)] partial class Net;", "[Network, Input(1, 4, 4), Flatten, Dense(3)] partial class Net;")]
    [InlineData("[Network,\n    Input(1, 4, 4), // an image\n    Dense(3)]\npartial class Net;", "[Network,\n    Input(1, 4, 4), // an image\n    Flatten,\n    Dense(3)]\npartial class Net;")]
    [InlineData("[Network] [Input(5, 4)]\n  [Maxout(3)] partial class Net;", "[Network] [Input(5, 4)]\n  [Flatten] [Maxout(3)] partial class Net;")]
    public void Flatten_stands_before_the_layer(string before, string after) => Mending.Check<FlattenFixProvider>(before, "Put [Flatten] before this layer", after);

    [Fact]
    public void Networks_of_two_files_are_mended_together() => Mending.CheckAll<FlattenFixProvider>(
        "[Network] [Input(1, 4, 4)] [Dense(3)] partial class Net;\n//---\nusing GenNet; [Network, Input(1, 4, 4), Dense(3)] partial class Bet;",
        "Put [Flatten] before this layer",
        "[Network] [Input(1, 4, 4)] [Flatten] [Dense(3)] partial class Net;\n//---\nusing GenNet; [Network, Input(1, 4, 4), Flatten, Dense(3)] partial class Bet;");

    [Theory]
    [InlineData("[Network] [Input(3, 4)] [Embedding(5, 6)] partial class Net;")]
    [InlineData("[Network] [Input(1, 4, 4)] [Flatten] [Dense(16)] [Residual(2, Projection = true)] partial class Net;")]
    [InlineData("[Network] [Input(1, 4, 4)] [Layers(typeof(Inner))] partial class Net; [Block] [Dense(4)] class Inner;")]
    public void Nothing_is_offered_where_it_would_not_help(string source) => Assert.Empty(Mending.Titles<FlattenFixProvider>(source));
}
