using System.Collections.Generic;

namespace GenNet.Generator.Tests.Graphs;

/// <summary>Lowering and differentiation against central differences: no plan and no emitted code is involved.</summary>
public class GradientTests
{
    [Theory]
    [MemberData(nameof(Networks.Trained), MemberType = typeof(Networks))]
    public void Gradients_of_the_loss_agree_with_central_differences(string declaration)
    {
        var gradients = new GraphGradients(Networks.Model(declaration));
        gradients.AssertGradients(gradients.Loss, last => last.Loss());
    }

    [Theory]
    [MemberData(nameof(Networks.Trained), MemberType = typeof(Networks))]
    public void Gradients_from_those_of_the_outputs_agree_with_central_differences(string declaration)
    {
        var gradients = new GraphGradients(Networks.Model(declaration));
        gradients.AssertGradients(gradients.Product, last => last.OutputAdjoint());
    }
}
