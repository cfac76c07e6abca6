using GenNet.CodeFixes;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GenNet.Generator.Tests.CodeFixes;

public class InputsFixTests
{
    [Theory]
    [InlineData("[Network] [Dense(2, 3)] [Dense(4, 1)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(3, 1)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(1)] partial class Net;")]
    [InlineData("[Network, Dense(2, 3), Dense(4, 1, Bias = false)] partial class Net;", "[Network, Dense(2, 3), Dense(3, 1, Bias = false)] partial class Net;", "[Network, Dense(2, 3), Dense(1, Bias = false)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 3)] [Dense(outputs: 1, inputs: 4)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(outputs: 1, inputs: 3)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(outputs: 1)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 3)] [Dense(inputs: 4, outputs: 1)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(inputs: 3, outputs: 1)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(outputs: 1)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 3)] [Maxout(4, 5, 2)] [Dense(1)] partial class Net;", "[Network] [Dense(2, 3)] [Maxout(3, 5, 2)] [Dense(1)] partial class Net;", "[Network] [Dense(2, 3)] [Maxout(5, 2)] [Dense(1)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 3)] [Dropout(4, 0.5)] [Dense(1)] partial class Net;", "[Network] [Dense(2, 3)] [Dropout(3, 0.5)] [Dense(1)] partial class Net;", "[Network] [Dense(2, 3)] [Dropout(0.5)] [Dense(1)] partial class Net;")]
    [InlineData("[GenNet.NetworkAttribute] [Input(3)] [DenseAttribute(4, 1)] partial class Net;", "[GenNet.NetworkAttribute] [Input(3)] [DenseAttribute(3, 1)] partial class Net;", "[GenNet.NetworkAttribute] [Input(3)] [DenseAttribute(1)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 3)] [Dense(/* from */ 4 /* above */, 1)] // last\npartial class Net;", "[Network] [Dense(2, 3)] [Dense(/* from */ 3 /* above */, 1)] // last\npartial class Net;", "[Network] [Dense(2, 3)] [Dense(/* from */ 1)] // last\npartial class Net;")]
    [InlineData("[Network] [Dense(2, 3)] [Dense(\n    4,\n    1)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(\n    3,\n    1)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(\n    1)] partial class Net;")]
    [InlineData("[Network] [Dense(2, 3)] [Dense(\n    4, // inputs\n    1)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(\n    3, // inputs\n    1)] partial class Net;", "[Network] [Dense(2, 3)] [Dense(\n    // inputs\n    1)] partial class Net;")]
    public void The_number_is_corrected_or_left_out(string before, string corrected, string leftOut)
    {
        Mending.Check<InputsFixProvider>(before, "Change the number of inputs to 3", corrected);
        Mending.Check<InputsFixProvider>(before, "Leave the number of inputs out", leftOut);
    }

    [Fact]
    public void The_features_of_a_step_are_a_number_of_inputs_too() => Mending.Check<InputsFixProvider>(
        "[Network] [Input(5, 3)] [Dense(4, 1)] partial class Net;", "Change the number of inputs to 3", "[Network] [Input(5, 3)] [Dense(3, 1)] partial class Net;");

    [Fact]
    public void Each_layer_gets_its_own_number() => Mending.CheckAll<InputsFixProvider>(
        "[Network] [Dense(2, 3)] [Dense(4, 1)] partial class Net;\n//---\nusing GenNet; [Network] [Input(7)] [Dense(4, 1)] partial class Bet;",
        "Change the number of inputs to 3",
        "[Network] [Dense(2, 3)] [Dense(3, 1)] partial class Net;\n//---\nusing GenNet; [Network] [Input(7)] [Dense(7, 1)] partial class Bet;");

    [Fact]
    public void Another_file_stays_as_it_is_where_one_is_asked_for()
    {
        EditedProject after = new EditedProject(
            new InputsFixProvider(), "using GenNet; [Network] [Input(3)] [Dense(4, 1)] partial class Net;\n//---\nusing GenNet; [Network] [Input(7)] [Dense(4, 1)] partial class Bet;")
            .ApplyAtAll("Leave the number of inputs out", FixAllScope.Document);
        Assert.Equal("using GenNet; [Network] [Input(3)] [Dense(1)] partial class Net;\n//---\nusing GenNet; [Network] [Input(7)] [Dense(4, 1)] partial class Bet;", after.Source);
        Assert.Single(after.Fixable);
    }

    [Fact]
    public void Nothing_is_offered_on_the_use_of_a_block() => Assert.Empty(Mending.Titles<InputsFixProvider>(
        "[Network] [Dense(2, 3)] [Layers(typeof(Inner))] partial class Net; [Block] [Dense(4, 1)] class Inner;"));
}
