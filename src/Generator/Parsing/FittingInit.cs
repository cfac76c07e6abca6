using GenNet.Generator.Expressions;

namespace GenNet.Generator.Parsing;

/// <summary>Which initialisation keeps the scale of what passes an activation.</summary>
internal static class FittingInit
{
    /// <summary>How the weights before an activation are drawn by default.</summary>
    public static Init Default(ActivationFunction activation) => Of(activation) ?? Init.XavierUniform;

    /// <summary>What fits where an initialisation does not: of the family that does, the same distribution. Null where it fits, or where nothing better is known.</summary>
    public static Init? Instead(Init init, ActivationFunction activation) => (Of(activation), init) switch
    {
        (Init.HeUniform, Init.XavierUniform) => Init.HeUniform,
        (Init.HeUniform, Init.XavierNormal) => Init.HeNormal,
        (Init.XavierUniform, Init.HeUniform) => Init.XavierUniform,
        (Init.XavierUniform, Init.HeNormal) => Init.XavierNormal,
        (Init.LeCunNormal, Init.HeUniform or Init.HeNormal) => Init.LeCunNormal,
        _ => null,
    };

    /// <summary>The initialisation that fits; null where the activation asks for none in particular.</summary>
    private static Init? Of(ActivationFunction activation) => activation.Kind switch
    {
        Activation.ReLU or Activation.LeakyReLU or Activation.ELU or Activation.GELU
            or Activation.GELUTanh or Activation.SiLU or Activation.Softplus => Init.HeUniform,
        Activation.SELU => Init.LeCunNormal,
        Activation.Sigmoid or Activation.Tanh or Activation.Softsign or Activation.HardTanh or Activation.Softmax => Init.XavierUniform,
        _ => null,
    };
}
