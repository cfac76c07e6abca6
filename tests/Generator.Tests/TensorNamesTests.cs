using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace GenNet.Generator.Tests;

/// <summary>The names of tensors in the layout and in files.</summary>
public class TensorNamesTests
{
    [Theory]
    [InlineData("", "[Dense(4, 3, Activation.GELU)] [Dropout(0.5)] [Dense(2, Activation.Softmax)]", "0 1")]
    [InlineData("Names = TensorNames.Layers", "[Dense(4, 3, Activation.GELU)] [Dense(2, Activation.Identity)]", "0 1")]
    // Linear, GELU, Linear.
    [InlineData("Names = TensorNames.Sequential", "[Dense(4, 3, Activation.GELU)] [Dense(2, Activation.Identity)]", "0 2")]
    // Linear, ReLU, Dropout, Linear, Linear, Tanh, Linear, Softmax.
    [InlineData("Names = TensorNames.Sequential", "[Dense(4, 3, Activation.ReLU)] [Dropout(0.5)] [Dense(3, Activation.Identity)] [Dense(5, Activation.Tanh)] [Dense(2, Activation.Softmax)]", "0 3 4 6")]
    // Dropout, Maxout, Linear.
    [InlineData("Names = TensorNames.Sequential", "[Dropout(4, 0.2)] [Maxout(5, 2)] [Dense(2, Activation.Sigmoid)]", "1 2")]
    // A name of one's own counts all the same.
    [InlineData("Names = TensorNames.Sequential", "[Dense(4, 3, Activation.ReLU, Name = \"encoder.0\")] [Dense(2, Activation.Softmax, Bias = false)]", "encoder.0 2")]
    [InlineData("", "[Dense(4, 3, Activation.ReLU, Name = \"a.b-c.1_x\")] [Dense(2, Activation.Softmax)]", "a.b-c.1_x 1")]
    public void Layers_are_counted_as_the_network_says(string arguments, string layers, string expected)
    {
        Compiled compiled = Compiled.From($"[Network({arguments})] {layers} public partial class Net;");
        Assert.Empty(compiled.Reported);
        compiled.AssertNoProblem();
        Type net = compiled.Load().GetType("Net", throwOnError: true)!;
        object layout = net.GetProperty("Layout", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var names = (IEnumerable<string>)layout.GetType().GetProperty("Names")!.GetValue(layout)!;
        Assert.Equal(expected.Split(' '), names.Where(name => name.EndsWith(".weight", StringComparison.Ordinal)).Select(name => name[..^".weight".Length]));
    }

    [Theory]
    [InlineData("[Network(Names = (TensorNames)7)] [Dense(4, 3, Activation.ReLU)] public partial class Net;", "GENNET017", "7 is no value of TensorNames")]
    [InlineData("[Network(Names = TensorNames.Sequential)] [Dense(4, 3, Activation.ReLU, Name = \"2\")] [Dense(2, Activation.Softmax)] public partial class Net;", "GENNET013", "Two layers are called '2', so their tensors would have the same names: choose another")]
    public void What_cannot_be_is_said(string source, string id, string message)
    {
        var diagnostic = Assert.Single(Compiled.From(source).Reported);
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage(null)));
    }
}
