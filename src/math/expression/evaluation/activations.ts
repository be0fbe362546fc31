/** Functions that act on every component of a vector: the activations of networks. */
export const activations: ReadonlySet<string> = new Set('σ sigmoid logistic tanh relu ReLU softplus'.split(' '));
