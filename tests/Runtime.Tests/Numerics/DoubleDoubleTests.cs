using System;

namespace GenNet.Tests.Numerics;

/// <summary>The reference against values computed with 60 decimal digits.</summary>
public class DoubleDoubleTests
{
    [Theory]
    [InlineData("Exp", 1, 2.718281828459045, 1.4456468917292502e-16)]
    [InlineData("Exp", -3.5, 0.0301973834223185, -1.2760102183793106e-19)]
    [InlineData("Expm1", 0.0009765625, 0.0009770394924165351, 1.0239703992846352e-19)]
    [InlineData("Log", 3, 1.0986122886681098, -9.07129723500153e-17)]
    [InlineData("Log1p", 0.0009765625, 0.0009760859730554589, -2.8791156534096714e-20)]
    [InlineData("Tanh", 0.75, 0.6351489523872873, 1.7012977006564836e-17)]
    [InlineData("Softplus", -2, 0.1269280110429725, 2.5167876693038718e-18)]
    [InlineData("Erf", 0.25, 0.27632639016823696, -2.4227076221184163e-17)]
    [InlineData("Erf", 0.5, 0.5204998778130465, 1.900077467916287e-17)]
    [InlineData("Erf", 1, 0.8427007929497149, -2.4801011789118602e-17)]
    [InlineData("Erf", 2, 0.9953222650189527, 2.20719858329765e-17)]
    [InlineData("Erf", 4, 0.9999999845827421, 1.44826531920025e-17)]
    [InlineData("Erf", 5.5, 0.9999999999999927, -3.03759554483649e-17)]
    public void Agrees_with_values_of_sixty_digits(string function, double x, double high, double low)
    {
        DoubleDouble actual = Function.Named(function).Reference(x);
        DoubleDouble difference = actual - new DoubleDouble(high, low);
        Assert.True(Math.Abs(difference.High) < 1e-29 * Math.Abs(high), $"off by {difference.High / high:g3}");
    }
}
